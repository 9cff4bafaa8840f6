import type { Translated } from "../../words.ts";

/** The way in. */
export const signIn: Translated<"signIn"> = {
  title: "サインイン",
  intro: "{home} のモデレーター用デスクです。",
  token: "トークン",
  tokenHint: "管理者が次のコマンドで作成します: breakwater desk token add NAME",
  submit: "サインイン",
  wrongToken: "このトークンでは入れません。入力ミスか、使用済み、期限切れ、取り消し済みです。",
  yourServer: "あなたのサーバー",
  linkText: "このリンクで、この端末から1回だけサインインできます。",
  withHome: "{host} のアカウントでサインイン",
  orToken: "またはトークンで:",
  refused: "ここには入れません",
  noRole:
    "{who} は {host} のモデレーターでも管理者でもありません。このデスクはその方々専用です。権限が必要な場合は {host} の管理者に相談してください。",
  noActor:
    "{who} が誰なのか、{host} から回答がありませんでした。もう一度試すか、管理者に相談してください。",
  unreachable: "{host} が応答しませんでした。しばらくしてから試すか、トークンを使ってください。",
  unsupported: "{host} はこのサインイン方法に対応していません。トークンを使ってください。",
  declined: "{host} がサインインを認めませんでした: {because}。",
  foreign: "この応答は使えません: {because}。ここからやり直してください。",
  odd: "{host} の応答が不正です。トークンを使い、管理者に知らせてください。",
  nothingBegun: "このブラウザーでは開始されていないか、時間が経ちすぎています",
  again: "サインインに戻る",
  appeal: "ここの誰かに書いたものが届いていませんか?",
  signedOut: "サインアウトしました。",
};
