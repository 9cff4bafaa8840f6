import type { Translated } from "../../words.ts";

/** Who may enter. */
export const access: Translated<"access"> = {
  title: "入れる人",
  withHome:
    "{host} のモデレーターと管理者は、そのアカウントでサインインします。役割は毎回確認され、1日有効です。",
  onlyTokens:
    "ここにはトークンとリンクでのみ入れます。desk.url と home.origin を設定すると、ホームサーバーのアカウントでサインインできます。",
  tokens: "トークン",
  none: "トークンはありません。",
  newToken: "新しいトークン",
  name: "名前",
  nameHint: "この人の操作は、この名前で記録されます。",
  role: "役割",
  days: "有効日数",
  daysHint: "空欄なら、取り消すまで有効です。",
  make: "トークンを作成",
  made: "{who} のトークン:",
  once: "表示されるのは今回だけです。ほかの人に渡さず、投稿でも送らないでください。",
  madeAt: "作成",
  until: "期限",
  dropped: "取り消し済み",
  oneTime: "1回のサインイン用",
  drop: "取り消す",
  inside: "サインイン中",
  putOut: "すべてのセッションを終了",
  labelled: "{label}: {who}",
  way: "操作",
  noName: "名前は60文字までで、文字、数字、空白、. _ @ - が使えます。先頭は文字か数字です。",
};
