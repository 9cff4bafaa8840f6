// What an attacker says in other languages; see pitches-en.ts for how to read it.

import type { Pitch } from "./pitches.ts";

export const german: Pitch = {
  openers: [
    "{Hallo|Guten Tag|Servus} <name>, {kurze Frage|nur ganz kurz|das ist für dich}.",
    "<name>, {dein Guthaben|dein Gewinn|ein Betrag} {wartet|liegt bereit|läuft heute ab}.",
    "{Schon gehört|Kennst du das|Noch wach}, <name>?",
  ],
  bodies: [
    "{Zweihundert|Tausend|Dreitausend} Euro {Startgeld|Bonus|Kredit} {ohne " +
      "Einzahlung|sofort|für Neue}.",
    "{Mein Nachbar|Eine Kollegin|Der Cousin} {hat damit|verdient so} {die Miete|einen " +
      "Urlaub|das Auto} {bezahlt|bestritten|hereingeholt}.",
    "{Kein Haken|Kein Vertrag|Keine Prüfung}, {Auszahlung in Minuten|jederzeit " +
      "kündbar|alles geprüft}.",
    "{Nur noch heute|Bis Mitternacht|Solange Plätze frei sind}, {danach|dann} {ist " +
      "Schluss|wird es teurer|schließt die Liste}.",
    "{Die Zeitungen schweigen|Banken hassen es|Niemand schreibt darüber}, {aber|doch} " +
      "{es läuft|es wächst|wir sind viele}.",
  ],
  calls: [
    "{Anmelden|Mitmachen|Eintragen} bei <brand>.",
    "{Schreib mir|Antworte|Melde dich} {einfach|noch heute|gleich}.",
    "{Such nach|Gib ein:|Merk dir} <brand>.",
  ],
};

export const french: Pitch = {
  openers: [
    "{Bonjour|Salut|Coucou} <name>, {une minute|c'est pour vous|lisez ceci}.",
    "<name>, {votre solde|un virement|votre lot} {attend|expire ce soir|est prêt}.",
    "{Fatigué|Fauché|Curieux}, <name> ?",
  ],
  bodies: [
    "{Deux cents|Mille|Trois mille} euros {offerts|de bonus|crédités} {sans dépôt|tout " +
      "de suite|aux nouveaux}.",
    "{Mon voisin|Une collègue|Le cousin} {a payé|s'offre|a gagné} {son loyer|une " +
      "voiture|ses vacances} {en un mois|avec ça|sans effort}.",
    "{Aucun piège|Pas de contrat|Sans contrôle}, {retrait immédiat|tout est vérifié|on " +
      "arrête quand on veut}.",
    "{Jusqu'à minuit|Cette semaine|Tant qu'il reste des places}, {ensuite|après} {c'est " +
      "fini|le prix monte|la liste ferme}.",
    "{Les banques|Les journaux|Les médecins} {se taisent|détestent ça|n'en parlent pas}, " +
      "{pourtant|mais} {ça marche|nous sommes nombreux}.",
  ],
  calls: [
    "{Inscrivez-vous|Entrez|Venez} chez <brand>.",
    "{Répondez|Écrivez-moi|Dites oui} {vite|aujourd'hui|ici}.",
    "{Cherchez|Tapez|Retenez} <brand>.",
  ],
};

export const spanish: Pitch = {
  openers: [
    "{Hola|Buenas|Oye} <name>, {un momento|esto es para ti|te va a interesar}.",
    "<name>, {tu saldo|tu premio|un ingreso} {te espera|vence hoy|está listo}.",
    "{¿Sin dinero|¿Sin sueño|¿Cansado}, <name>?",
  ],
  bodies: [
    "{Doscientos|Mil|Tres mil} euros {de regalo|de bono|a tu nombre} {sin depósito|al " +
      "momento|para nuevos}.",
    "{Mi vecino|Una amiga|El primo} {pagó|se compró|ganó} {el alquiler|un coche|sus " +
      "vacaciones} {con esto|en un mes|sin moverse}.",
    "{Sin trampa|Sin contrato|Sin preguntas}, {retiras cuando quieras|todo " +
      "verificado|pago en minutos}.",
    "{Hasta medianoche|Solo hoy|Mientras queden plazas}, {luego|después} {se acaba|sube " +
      "el precio|cierra la lista}.",
    "{Los bancos|Los diarios|Los médicos} {callan|lo odian|no lo cuentan}, {pero|y aun " +
      "así} {funciona|ya somos muchos}.",
  ],
  calls: [
    "{Entra|Regístrate|Apúntate} en <brand>.",
    "{Responde|Escríbeme|Dime que sí} {ya|hoy|aquí}.",
    "{Busca|Escribe|Recuerda} <brand>.",
  ],
};

export const portuguese: Pitch = {
  openers: [
    "{Olá|Oi|Bom dia} <name>, {um minuto|isto é para ti|lê com calma}.",
    "<name>, {o teu saldo|o prémio|um crédito} {espera|acaba hoje|está pronto}.",
  ],
  bodies: [
    "{Duzentos|Mil|Três mil} euros {de oferta|de bónus|em teu nome} {sem depósito|na " +
      "hora|para novos}.",
    "{O vizinho|Uma colega|O primo} {pagou|comprou|ganhou} {a renda|um carro|as férias} " +
      "{com isto|num mês|sem esforço}.",
    "{Sem truques|Sem contrato|Sem perguntas}, {levantas quando quiseres|tudo " +
      "verificado|pago em minutos}.",
    "{Até à meia-noite|Só hoje|Enquanto há lugares}, {depois|a seguir} {acaba|o preço " +
      "sobe|a lista fecha}.",
  ],
  calls: ["{Entra|Regista-te|Vem} em <brand>.", "{Responde|Escreve-me|Diz sim} {já|hoje|aqui}."],
};

export const japanese: Pitch = {
  openers: [
    "<name>さん、{突然すみません|お知らせです|はじめまして}。",
    "<name>さんの{残高|当選金|ポイント}が{待っています|今夜切れます|届いています}。",
  ],
  bodies: [
    "{二万円|十万円|三十万円}の{ボーナス|特典|クレジット}を{登録だけで|入金なしで|今すぐ}{受け取れます|差し上げます}。",
    "{友人|同僚|隣の人}は{先月|一週間で|これだけで}{家賃|車|旅行代}を{払いました|稼ぎました}。",
    "{審査なし|契約なし|手数料なし}、{出金は数分|いつでもやめられます|安心です}。",
    "{今日だけ|先着五十名|深夜まで}、{そのあと|終われば}{値上げ|締め切り}です。",
  ],
  calls: [
    "<brand>で{検索|登録|参加}してください。",
    "{返信|連絡|ひとこと}を{お待ちします|ください}。",
  ],
};

export const russian: Pitch = {
  openers: [
    "{Привет|Здравствуйте|Добрый день}, <name>, {минутку|это для вас|прочтите}.",
    "<name>, {ваш баланс|выигрыш|перевод} {ждёт|сгорает сегодня|готов}.",
  ],
  bodies: [
    "{Двести|Тысяча|Три тысячи} евро {в подарок|бонусом|на ваше имя} {без " +
      "депозита|сразу|новичкам}.",
    "{Сосед|Коллега|Брат} {оплатил|купил|заработал} {аренду|машину|отпуск} {за " +
      "месяц|этим|не вставая}.",
    "{Без обмана|Без договора|Без вопросов}, {вывод за минуты|всё проверено|бросите " +
      "когда угодно}.",
    "{До полуночи|Только сегодня|Пока есть места}, {потом|дальше} {всё|дороже|список закрыт}.",
  ],
  calls: [
    "{Заходите|Пишите|Вступайте} в <brand>.",
    "{Ответьте|Напишите мне|Скажите да} {сегодня|сейчас}.",
  ],
};
