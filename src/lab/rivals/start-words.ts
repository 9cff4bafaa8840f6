// The words that the Bayesian rival starts with: what e-mail and the waves of 2018 to 2024 were
// about, beside ordinary talk. Our own list; an admin's filter starts no richer.

export const spamWords = words(`
  free win winner prize bonus claim offer deal discount cheap buy sale order limited exclusive
  guaranteed click join invite discord telegram whatsapp casino bet slots crypto bitcoin btc eth
  airdrop wallet invest investment profit earn income loan credit cash money usd promo code
  followers hot girls dating singles sexy viagra pills pharmacy hosting seo ranking
  gratis gewinn gewinner angebot rabatt kaufen geld verdienen kredit
  gratuit gagner offre argent dinero ganar oferta comprar grátis dinheiro ganhar
  無料 当選 副業 稼げる 招待 登録 出会い 赚钱 免费 加群 бесплатно заработок деньги казино
`);

export const hamWords = words(`
  the and you that this with for have was but not just like think know really today yesterday
  tomorrow thanks thank please sorry good morning night love nice great read book cat dog garden
  bread train bike weather rain coffee tea work home weekend friend people photo picture song
  question answer agree maybe because about there where when what how why yes
  ich und nicht das ist auch aber heute danke bitte guten morgen schön wetter katze
  je pas mais merci bonjour oui avec pour bien el que gracias hola muy pero también não obrigado
  です ます ありがとう おはよう 今日 写真 猫 谢谢 今天 спасибо сегодня
`);

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}
