import type { Translated } from "../../words.ts";

/** What one of the home server's people sees of what was held for them. */
export const mine: Translated<"mine"> = {
  title: "Retenu pour vous",
  lead:
    "Ceci vous a été envoyé et est retenu, car cela ressemble à du spam. La modération en " +
    "décide. Ce dont personne ne décide est supprimé après un certain temps.",
  none: "Rien n’est retenu pour vous.",
  sender: "De",
  arrived: "Quand",
  look: "Regarder",
  single: "Retenu : {activity}",
  from: "De {sender}, {when}.",
  unproven: "Personne n’a pu prouver que cela vient vraiment de là.",
  wave:
    "Cela ressemble à d’autres envois reçus par des gens d’ici, de comptes qui semblent liés " +
    "entre eux.",
  care: "Ne suivez pas ce que cela dit, sauf si vous savez de qui cela vient.",
  read: "Montrer ce que cela dit",
  release: "Laisser passer pour moi",
  releaseDoes:
    "Cela vous parvient comme à l’envoi, et ne peut être repris. C’est votre parole pour vous : " +
    "personne d’autre ne le reçoit, et la modération voit que vous l’avez fait.",
  shared:
    "Cela arriverait aussi à d’autres ici ; la modération en décide donc. Vous pouvez lui " +
    "demander de regarder.",
  ask: "Demander à la modération",
  asked: "La modération a été priée de regarder.",
  released: "C’est en route vers vous.",
  asks: "Une personne d’ici, à qui c’était destiné, le demande.",
};
