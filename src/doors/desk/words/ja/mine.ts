import type { Translated } from "../../words.ts";

/** What one of the home server's people sees of what was held for them. */
export const mine: Translated<"mine"> = {
  title: "あなた宛ての保留",
  lead: "あなた宛てに送られましたが、スパムの可能性があるため保留しています。モデレーターが裁定します。裁定がないものは、しばらくすると削除されます。",
  none: "あなた宛ての保留はありません。",
  sender: "差出人",
  arrived: "日時",
  look: "見る",
  single: "保留: {activity}",
  from: "{sender} から、{when}。",
  unproven: "本当にそこから来たものかは証明できていません。",
  wave: "互いに関連していそうなアカウントから、ここの人たちに届いたものと似ています。",
  care: "差出人に心当たりがなければ、書かれている指示に従わないでください。",
  read: "内容を表示",
  release: "自分宛てに通す",
  releaseDoes:
    "送られたままの形で届き、取り消せません。あなただけに有効です。ほかの人には届かず、操作したことはモデレーターに見えます。",
  shared: "ここのほかの人にも届くものなので、モデレーターが裁定します。確認を頼むことができます。",
  ask: "モデレーターに頼む",
  asked: "モデレーターに確認を頼みました。",
  released: "まもなく届きます。",
  asks: "宛先になっているここの人が求めています。",
};
