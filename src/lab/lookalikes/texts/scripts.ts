// Writing that a careless normaliser would take for disguise. All of it is meant as it stands.

import type { Line } from "../../texts.ts";
import { said } from "./talk.ts";

export const scripts: readonly Line[] = [
  ...said(
    "ar",
    "جميل جدا، هل يمكن أن أطبع الصورة وأعلقها في المكتبة؟",
    "عندنا في البيت واحدة مثلها منذ سنوات",
  ),
  ...said("he", "איזה יופי, סבתא שלי הייתה מכינה בדיוק כך", "אפשר לשאול איפה קנית את החוט?"),
  ...said("fa", "چه نور قشنگی، این کجاست؟", "پدربزرگم هم همین رادیو را داشت"),
  ...said("hi", "बहुत सुंदर! क्या यह {town} के पास है?", "मेरी नानी भी ऐसे ही अचार बनाती थीं।"),
  ...said("th", "สวยมากเลยค่ะ ถ่ายที่ไหนคะ", "ที่บ้านก็มีแมวหน้าตาแบบนี้เหมือนกัน"),
  ...said("ko", "사진 정말 멋지네요. 어디서 찍으셨어요?", "우리 할머니도 이렇게 담그셨어요."),
  ...said("zh", "这个角度真好，是清晨拍的吗？", "小時候外婆家也有一台，聲音很像。"),
  ...said("el", "Τι όμορφο! Έτσι το έφτιαχνε και η γιαγιά μου.", "Πού βρίσκεται αυτός ο φάρος;"),
  ...said("ru", "Какая красота, а из чего рамка?", "У нас на даче стоит точно такая же печка."),
  ...said("ka", "რა ლამაზია, სად არის ეს ადგილი?"),
  ...said("hy", "Շատ գեղեցիկ է, իսկ որտե՞ղ է սա։"),
  ...said("am", "በጣም ያምራል፣ የት ነው ያለው?"),
  ...said("ta", "மிகவும் அழகாக இருக்கிறது, இது எந்த ஊர்?"),
  ...said(
    "vi",
    "Đẹp quá! Bạn chụp ở đâu vậy, ở quê mình cũng có cái cầu giống thế.",
    "Ngày xưa bà tôi cũng làm món này với lá chuối.",
  ),
  ...said("cs", "Příšerně žluťoučký kůň, to je přesně ten odstín! Kde se dá koupit?"),
  ...said("is", "Þetta er alveg eins og hjá ömmu á Ísafirði, nema gluggarnir voru bláir."),
  ...said("yo", "Ẹ ṣé gan-an, ó dára púpọ̀. Níbo ni mo ti lè rà á?"),
  ...said("tok", "sina pali pona a! mi wile lukin e ona lon tomo mi.", "kili ni li suwi ala suwi?"),
  ...said("eo", "Kiel bela! Ĉu vi mem ĝin kudris, aŭ ĉu vi aĉetis la ŝtofon pretan?"),
  ...said(
    "en",
    "h̷e̴l̸l̶o̷ ̸f̵r̶o̴m̷ ̸t̶h̸e̷ ̶c̴e̸l̷l̵a̶r̸ of {town}",
    "T̸̢̛h̷̡e̵̜ ̶k̷̰e̴t̸͙t̴l̸̲e̵ ̶s̸p̷e̴a̶k̴s̸ and it wants {object}",
    "ｖａｐｏｕｒ　ｔｒａｉｎｓ　ａｔ　ｄａｗｎ",
    "𝓯𝓪𝓷𝓬𝔂 letters for a fancy {craft} evening",
    "🐈 ➡️ 📦 ➡️ 😻",
    "🌧️🌧️🌧️☕📚",
    "🎂🎉🥳 {name}!!!",
    "👀",
    "(╯°□°)╯︵ ┻━┻ and it is only Monday",
    " /\\_/\\\n( o.o )\n > ^ <  for your collection",
    "  __\n<(o )___\n ( ._> /\n  `---'  a duck",
    "Привет from {town}, je parle un peu de tout, 少しだけ。",
    "My name is Αλέξανδρος but the form said Alexandros, so here we are.",
    "w o o f",
    "ﷺ and peace to you too, cousin",
    "The word is שלום and also سلام and they are cousins.",
  ),
];
