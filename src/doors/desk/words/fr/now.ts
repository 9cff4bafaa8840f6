import type { Translated } from "../../words.ts";

/** What is happening. */
export const now: Translated<"now"> = {
  news: "Nouveautés",
  reload: "Recharger",
  pause: "Suspendre",
  goOn: "Reprendre",
  live: "Tenu à jour. Dernière mise à jour à {time}.",
  paused: "Suspendu à {time}.",
  lost: "La connexion est perdue ; nouvelle tentative.",
  stopped: "N’est plus tenu à jour. Rechargez la page.",
  ended: "Vous n’êtes plus connecté. Rechargez la page.",
  asOf: "État à",
  off: "Désactivé : rien n’est évalué, tout le courrier passe.",
  watch:
    "Mode « watch » : rien n’est arrêté. Ce qui est ici au conditionnel est passé tout de " +
    "même.",
  partly:
    "Mode « guard » pour {share} des domaines expéditeurs ; pour tous les autres, rien n’est " +
    "arrêté.",
  homeDown:
    "Notre serveur ne répond pas. Les expéditeurs réessaient, et rien de nouveau n’attend ici.",
  ledgerDown: "Le registre ne répond pas. Le courrier passe comme le dit le paramètre on_failure.",
  lastHour: "livraisons dans la dernière heure",
  keptBack: "mises de côté dans la dernière heure",
  wouldBack: "auraient été mises de côté dans la dernière heure",
  waiting: "en attente, à réévaluer",
  heldNow: "retenues pour décision",
  wavesNow: "vagues en cours",
  oldest: "la plus ancienne est arrivée {away}",
  nextDeadline: "la première échéance tombe {away}",
  waves: "Vagues en cours",
  noWaves: "Aucune vague en cours. Celle qui commence apparaît ici en quelques secondes.",
  wave: "Vague",
  began: "Début",
  contacts: "Contacts",
  from: "De",
  fromHosts:
    "{senders, plural, =0 {} one {# compte sur } other {# comptes sur }}{hosts, plural, one {# " +
    "serveur} other {# serveurs}}",
  aimedAt: "Vers",
  people: "{count, plural, one {# personne} other {# personnes}}",
  keptOf: "Mis de côté",
  wouldOf: "{count, number} l’auraient été",
  openCase: "Ouvrir le dossier",
  traffic: "Trafic",
  letIn: "Passé, par dix secondes",
  back: "Mis de côté, par dix secondes",
  wouldTitle: "Aurait été mis de côté, par dix secondes",
  day: "Le dernier jour, heure par heure",
  passed: "transmis sans lecture",
  accept: "évalué et passé",
  flag: "passé et marqué",
  settle: "en attente, à réévaluer",
  hold: "retenu",
  reject: "rejeté",
  kept: "mis de côté",
  watched: "aurait été mis de côté",
  letInSummary:
    "Dans la dernière heure : {passed, number} transmises sans lecture, {accept, number} " +
    "évaluées et passées, {flag, number} marquées.",
  backSummary:
    "Dans la dernière heure : {hold, number} retenues, {settle, number} mises en attente, " +
    "{reject, number} rejetées.",
  wouldSummary:
    "Dans la dernière heure, {hold, number} auraient été retenues, {settle, number} mises en " +
    "attente, {reject, number} rejetées.",
  daySummary: "Sur le dernier jour, {all, number} livraisons, dont {kept, number} mises de côté.",
  dayWouldSummary:
    "Sur le dernier jour, {all, number} livraisons, dont {would, number} auraient été mises de " +
    "côté.",
  countedSince: "Compté depuis le démarrage de cette passerelle, {away}.",
  time: "Heure",
  spared: "Ce que le dernier jour a épargné aux gens",
  sparedSum:
    "{notifications, plural, =0 {Aucune notification n’a été épargnée à personne.} one {# " +
    "notification n’est arrivée à personne.} other {# notifications ne sont arrivées à " +
    "personne.}}",
  watchedSum:
    "{notifications, plural, =0 {Aucune notification n’aurait été épargnée à personne.} one {# " +
    "notification ne serait arrivée aussitôt à personne ; elle est arrivée.} other {# " +
    "notifications ne seraient arrivées aussitôt à personne ; elles sont arrivées.}}",
  because: "Ce qui a le plus pesé",
  notifications: "Notifications",
  otherReason: "autre chose",
  reasons: {
    REFUSED: "La parole d’un admin sur l’expéditeur ou son serveur.",
    RULE: "Une règle propre d’un admin s’y appliquait.",
    CASE_REFUSED: "Copies d’une campagne que la modération continue à refuser.",
    HOST_NEGLECTED: "La plupart des inconnus de ce serveur ont été déclarés spam ici.",
    FIRST_CONTACT: "Les premiers contacts d’inconnus attendent une décision.",
    WAVE_UNDER_WAY: "Les premiers contacts attendent plus longtemps pendant une vague.",
    CRITERIA: "Plusieurs critères étaient remplis.",
    CONSENT: "La personne destinataire décide des premiers contacts.",
    WAITS: "Cela attendait derrière quelque chose de mis de côté.",
    OVER_QUOTA: "Il n’y avait pas de place pour le conserver.",
  },
  disturbed: "Qui cela a dérangé",
  delayed:
    "{count, plural, =0 {Rien de ce qui attendait n’est passé en retard.} one {# livraison a " +
    "attendu et est passée, après {longest}.} other {# livraisons ont attendu et sont passées : " +
    "la moitié en {median}, la dernière après {longest}.}}",
  released:
    "{count, plural, =0 {La modération n’a rien libéré.} one {# a été libérée par la " +
    "modération.} other {# ont été libérées par la modération.}}",
  unruled:
    "{count, plural, =0 {} one {Personne n’a encore décidé pour # : on ne sait pas si elle est " +
    "souhaitée.} other {Personne n’a encore décidé pour # : on ne sait pas si elles sont " +
    "souhaitées.}}",
  wanted:
    "{count, plural, =0 {Aucun expéditeur dont le courrier a été mis de côté n’est connu comme " +
    "souhaité.} one {# expéditeur dont le courrier a été mis de côté est connu comme " +
    "souhaité :} other {# expéditeurs dont le courrier a été mis de côté sont connus comme " +
    "souhaités :}}",
  wantedWatch:
    "{count, plural, =0 {Aucun expéditeur dont le courrier aurait été mis de côté n’est connu " +
    "comme souhaité.} one {# expéditeur dont le courrier aurait été mis de côté est connu comme " +
    "souhaité :} other {# expéditeurs dont le courrier aurait été mis de côté sont connus comme " +
    "souhaités :}}",
  asFar:
    "Pour autant que les décisions et les gestes des gens d’ici le montrent. Qui était souhaité " +
    "sans l’avoir dit n’est pas compté.",
  health: "Santé",
  mode: "Mode",
  modeOf: "{mode}, fixé {away}",
  home: "Notre serveur",
  homeUnknown: "d’un genre encore inconnu",
  answers: "répond",
  answersNot: "ne répond pas",
  ledger: "Registre",
  memory: "Mémoire",
  disk: "Disque",
  diskFree: "{used} sur {most} occupés par ce qui est conservé, {free} libres",
  diskUsed: "{used} sur {most} occupés par ce qui est conservé",
  queue: "En route",
  queueOf:
    "{count, plural, =0 {rien n’est en cours de remise} one {# en cours de remise} other {# en " +
    "cours de remise}}",
  full:
    "{count, plural, =0 {} one {# domaine expéditeur ou vue n’a plus de place} other {# " +
    "domaines expéditeurs ou vues n’ont plus de place}}",
  room: "Place",
  roomLeft: "assez pour tous",
  troubles: "Pannes",
  noTroubles: "aucune depuis le démarrage",
  troubleTimes: "{times, plural, one {# fois} other {# fois}}, la dernière {away}",
  unknown: "inconnu",
  fresh: "Rien n’est encore passé par ici",
  freshText:
    "Vous verrez ici le courrier à son arrivée, les vagues pendant qu’elles grandissent, et ce " +
    "qu’elles n’ont coûté à personne. D’abord, la passerelle doit se trouver devant les boîtes " +
    "de réception de votre serveur :",
  stepGate: "La passerelle tourne.",
  stepHome: "Notre serveur, derrière elle, répond.",
  stepMail:
    "Des livraisons arrivent : votre serveur web envoie par la passerelle ce qui va aux boîtes " +
    "de réception.",
  stepDoctor: "« breakwater doctor » ne trouve aucun défaut.",
  stepGuard:
    "Après quelques jours d’observation, « breakwater week » dit ce qui aurait été arrêté ; " +
    "ensuite « breakwater mode guard ».",
  done: "fait",
  todo: "à faire",
  newsWave: "Une vague a commencé : {count, plural, one {# contact} other {# contacts}} jusqu’ici.",
  newsWaveOver: "Une vague a cessé de grandir.",
  newsHomeDown: "Notre serveur ne répond pas.",
  newsHomeUp: "Notre serveur répond de nouveau.",
  newsLedgerDown: "Le registre ne répond pas.",
  newsLedgerUp: "Le registre répond de nouveau.",
  newsMode: "Le mode est maintenant {mode}.",
  modes: {
    watch: "watch",
    guard: "guard",
    off: "off",
  },
};
