import type { Translated } from "../../words.ts";

/** What a held sender reads and fills in, without an account. */
export const appeal: Translated<"appeal"> = {
  title: "モデレーターに確認を頼む",
  intro:
    "{home} の誰かに書いたものが届いていないと思われる場合は、ここから確認を頼めます。モデレーターが対象を確認します。差し止めの有無は誰にもお伝えしません。",
  about: "あなたのハンドル、または投稿のアドレス",
  aboutHint: "例: @anna@harbor.example、https://harbor.example/@anna/1234",
  text: "伝えておきたいこと(任意)",
  textHint: "{most}文字まで。モデレーターがそのまま読みます。公開されません。",
  send: "頼む",
  working: "機械による大量送信を防ぐため、ブラウザーが小さな計算をしています…",
  ready: "送信できます。",
  failed: "ブラウザーで計算できませんでした。ページを再読み込みするか、管理者に連絡してください。",
  withoutScript:
    "このフォームには JavaScript が必要です。機械による大量送信を防ぐ小さな計算に使います。使えない場合は {home} の運営者に連絡してください。" +
    "連絡方法は「概要」ページにあります。",
  sent: "ありがとうございます",
  sentText:
    "受け付けました。確認するものがあれば、モデレーターが確認します。ここでの返答はありません。",
  noSubject:
    "@anna@harbor.example のようなハンドルでも、投稿やプロフィールのアドレスでもありません。",
  unproven: "計算がないか、使用済みか、古すぎます。ページを再読み込みしてください。",
  list: "申し立て",
  lead: "未知の相手からの確認の依頼です。頼むのに手間はかからないので、有利な材料にはなりません。案件を見てください。案件を裁定すると、すべてに答えたことになります。",
  none: "返答待ちはありません。",
  subject: "対象",
  asked: "依頼",
  times: "{n, plural, other {#回}}",
  says: "未知の相手からの文面:",
  saysNothing: "文面はありません。",
  case: "案件",
  accounts: "{n, plural, other {#アカウント}}",
  delivery: "配送",
  notFound: "ほかに{n, plural, other {#件}}ありますが、対象はここに保管されていません。",
  close: "対応不要",
  closeLabel: "{who} について対応不要",
  closedHow: "対応不要",
  onThis: "これについての申し立て",
};
