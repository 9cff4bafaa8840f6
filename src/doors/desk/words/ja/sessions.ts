import type { Translated } from "../../words.ts";

/** Where somebody is signed in. */
export const sessions: Translated<"sessions"> = {
  title: "サインイン中の場所",
  intro:
    "セッションは12時間使わないと終了し、最長でも1週間です。アカウントでサインインした場合は1日です。",
  device: "ブラウザー",
  since: "開始",
  seen: "最後の使用",
  way: "操作",
  here: "このセッション",
  unknown: "不明",
  end: "終了する",
  endAll: "すべての場所からサインアウト",
};
