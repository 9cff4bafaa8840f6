import type { Translated } from "../../words.ts";

/** What stands on every page. */
export const shell: Translated<"shell"> = {
  now: "現在",
  cases: "案件",
  senders: "送信者",
  hosts: "サーバー",
  signals: "シグナル",
  tuning: "調整",
  rules: "ルール",
  audit: "監査ログ",
  settings: "設定",
  signOut: "サインアウト",
};
