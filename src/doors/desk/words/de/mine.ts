import type { Translated } from "../../words.ts";

/** What one of the home server's people sees of what was held for them. */
export const mine: Translated<"mine"> = {
  title: "Für Sie zurückgehalten",
  lead:
    "Dies wurde Ihnen gesendet und wird zurückgehalten, weil es wie Spam aussieht. Die " +
    "Moderation entscheidet darüber. Worüber niemand entscheidet, wird nach einiger Zeit " +
    "gelöscht.",
  none: "Für Sie wird nichts zurückgehalten.",
  sender: "Von",
  arrived: "Wann",
  look: "Ansehen",
  single: "Zurückgehalten: {activity}",
  from: "Von {sender}, {when}.",
  unproven: "Dass es wirklich von dort kommt, ließ sich nicht beweisen.",
  wave:
    "Es ähnelt anderem, das Menschen hier erhielten, von Konten, die zusammenzugehören " +
    "scheinen.",
  care: "Folgen Sie dem, was darin steht, nur, wenn Sie wissen, von wem es ist.",
  read: "Zeigen, was darin steht",
  release: "Für mich durchlassen",
  releaseDoes:
    "Es geht an Sie, wie es gesendet wurde, und ist nicht zurückzuholen. Es ist Ihr Wort für " +
    "Sie: Niemand sonst erhält es, und die Moderation sieht, dass Sie das getan haben.",
  shared:
    "Es würde hier auch andere erreichen, darum entscheidet die Moderation. Sie können sie " +
    "bitten, es sich anzusehen.",
  ask: "Die Moderation bitten",
  asked: "Die Moderation ist gebeten, es sich anzusehen.",
  released: "Es ist unterwegs zu Ihnen.",
  asks: "Jemand hier, für den es bestimmt war, bittet darum.",
};
