// What the later families say, in languages that the earlier attackers do not speak.
// `{one|other}`: drawn. `<name>`: whom it speaks to. `<tag>`, `<link>`: where it leads.

export interface Worded {
  readonly language: string;
  readonly lines: readonly string[];
}

/** Beside a picture that says the rest. */
export const captions: readonly Worded[] = [
  {
    language: "ko",
    lines: [
      "{좋은|행복한} {아침|하루}이에요",
      "오늘의 {사진|한 장}",
      "{여기|이거} {예쁘죠|멋지죠}?",
    ],
  },
  {
    language: "tr",
    lines: ["{Günaydın|İyi akşamlar}", "{Bugünden|Dünden} bir kare", "Manzara {harika|çok güzel}"],
  },
  {
    language: "pl",
    lines: ["{Miłego|Dobrego} dnia", "{Dzisiaj|Wczoraj} na spacerze", "{Ładnie|Pięknie}, prawda?"],
  },
];

/** The words that describe the picture, by language. */
export const described: readonly Worded[] = [
  {
    language: "ko",
    lines: [
      "{첫 입금|가입 즉시} {보너스|포인트} {200%|3만원|50%}, {바로|당일} 출금됩니다. {문의|상담}: <tag>",
      "{안전한|검증된} 놀이터 {찾으세요|추천}? {먹튀 없는|10년 무사고} 곳만 {소개|안내}합니다 <tag>",
      "{하루|매일} {30분|한 시간}이면 {용돈|수익} {10만원|20만원} {가능|보장}. 카톡 <tag>",
      "<name>님만 {특별히|먼저} {초대|안내}합니다. 코드 <tag> {입력|등록}하면 {쿠폰|칩} {지급|증정}",
      "{무료|공짜} {체험|머니} {받고|챙기고} {시작|입장}하세요, {검색창|주소창}에 <link>",
    ],
  },
  {
    language: "tr",
    lines: [
      "{Üyelere|Yeni gelenlere} {1000 TL|%150} {deneme bonusu|hoş geldin}, " +
        "{çevrimsiz|şartsız}. <tag> yaz",
      "{Kaybettiğini|Kayıplarının yarısını} {geri al|iade alırsın}, {giriş|adres}: <link>",
      "<name>, {bugünün|bu akşamın} {banko|garanti} {kuponu|oranları} {hazır|burada}: " +
        "telegram <tag>",
      "{Evden|Telefondan} {günde|haftada} {900|2500} lira {kazanıyoruz|kazanmak ister " +
        "misin}? <tag>",
      "{Sınırlı|Son 20 kişilik} {VIP|özel} {grup|kanal}, {katıl|gel}: <tag>",
    ],
  },
  {
    language: "pl",
    lines: [
      "{Zarabiam|Zarobiłam} {1800|4200} zł {tygodniowo|w dwa dni} na " +
        "{kryptowalutach|kursach}, {napisz|pytaj} <tag>",
      "{Państwowy|Rządowy} program {inwestycji|dopłat}: {wpłać|włóż} 1100 zł, " +
        "{odbierz|wypłać} {3000|9000}. <link>",
      "<name>, {zostały|są} {trzy|ostatnie} miejsca w {zamkniętej|darmowej} grupie: <tag>",
      "{Kasyno|Ruletka} {bez depozytu|na start}, {100|250} {spinów|obrotów} {gratis|za " +
        "rejestrację}: <link>",
      "{Sprawdź|Zobacz}, ile {możesz|da się} {odzyskać|wygrać} {dzisiaj|od ręki}: <link>",
    ],
  },
];

/** A question for a poll, and choices of which one says where to go: cut at `;`. */
export const jobPolls: readonly Worded[] = [
  {
    language: "id",
    lines: [
      "{Mau|Pengen} kerja {dari rumah|sambilan}?;{Mau|Ya, mau} {dong|banget};{Gaji|Upah} " +
        "{300rb|500rb} {sehari|per hari};{Chat|Hubungi} WA <tag>",
      "Sudah {punya|ada} penghasilan {tambahan|kedua}?;{Belum|Belum ada};{Like|Nonton} " +
        "video {dibayar|dapat 15rb};Telegram <tag>",
      "{Butuh|Dicari} {20|50} admin {online|toko}, {berminat|siapa mau}?;Saya;{Tanpa|Tidak " +
        "perlu} modal;{Daftar|Info} <tag>",
    ],
  },
  {
    language: "vi",
    lines: [
      "Bạn {muốn|có muốn} {làm thêm|kiếm thêm} {tại nhà|buổi tối}?;{Có|Muốn};{500k|800k} " +
        "{mỗi ngày|một ngày};{Nhắn|Liên hệ} Zalo <tag>",
      "{Tuyển|Cần} {cộng tác viên|người} {đánh giá|thả tim} sản phẩm, bạn {rảnh|tham gia} " +
        "không?;{Rảnh|Tham gia};{Trả|Nhận} tiền {ngay|trong ngày};Telegram <tag>",
      "<name> ơi, {một tháng|mỗi tháng} {bạn|mình} {cần|thiếu} bao nhiêu?;5 triệu;{10|15} " +
        "triệu;{Hỏi|Gặp} chị {Lan|Hoa} <tag>",
    ],
  },
  {
    language: "ar",
    lines: [
      "هل تبحث عن {عمل|دخل} {من المنزل|إضافي}؟;{نعم|أكيد};{٧٠|١٢٠} دولار {يوميا|كل " +
        "يوم};{راسلنا|تواصل} واتساب <tag>",
      "{مطلوب|نحتاج} {موظفين|مسوقين} {عن بعد|أونلاين}، {من يرغب|هل أنت مهتم}؟;أنا;{بدون|لا " +
        "يلزم} خبرة;تلغرام <tag>",
    ],
  },
  {
    language: "en",
    lines: [
      "{Anyone|Who here is} {tired of|done with} {their|a} nine to five?;{Me|Oh " +
        "yes};{Rating|Liking} {hotels|apps} pays {$90|$150} a {day|shift};{Ask|Text} " +
        "{Coach|Ms} Dana, <tag>",
      "<name>, would you {do|take} {an hour|20 minutes} of {app reviews|data tasks} a " +
        "day?;{Sure|Maybe};Paid {daily|same day} in USDT;{Recruiter|Manager} on Telegram: " +
        "<tag>",
    ],
  },
];

/** How a stranger starts; nothing in it is wrong. */
export const smallTalk: readonly Worded[] = [
  {
    language: "en",
    lines: [
      "{Hi|Hello|Hey} <name>, {how is|how's} your {week|evening|day} {going|so far}?",
      "{Your|That} {photo|picture|garden|dog} {made me smile|is lovely}, {where|what " +
        "place} is {that|it}?",
      "Sorry, {are you|is this} the <name> {I met|who was} at the {lake|fair|wedding}?",
      "I'm {new|quite new} here and {know|follow} {nobody|hardly anyone}. {Coffee|Tea} person?",
      "{You seem|You sound} {kind|interesting}. What do you {do|enjoy} {after work|on Sundays}?",
    ],
  },
  {
    language: "it",
    lines: [
      "{Ciao|Buonasera|Ehi} <name>, {come va|come stai|tutto bene}?",
      "{Che bella|Bellissima} {foto|città|giornata}, {dove|in che posto} {sei|l'hai fatta}?",
      "{Sono|Mi sono} {nuova|arrivata da poco} qui, {mi consigli|chi} {qualcuno|seguo}?",
      "Scusa, {ci siamo|ci eravamo} {visti|conosciuti} a {Torino|Bari|Siena}?",
      "{Hai|Sembri avere} {un bel sorriso|gli occhi gentili}, {di dove sei|che lavoro fai}?",
    ],
  },
  {
    language: "nl",
    lines: [
      "{Hoi|Hallo|Dag} <name>, {hoe gaat het|alles goed}?",
      "{Mooie|Wat een leuke} {foto|hond|tuin}, {waar|in welke stad} {is dat|woon je}?",
      "Ik ben hier {nieuw|pas een week}, {heb je|weet je} {tips|leuke mensen}?",
      "{Ben jij|Was jij} niet {op|bij} {die bruiloft|het koor} {vorig jaar|in Gent}?",
      "{Wat doe je|Heb je plannen} {dit weekend|vanavond}?",
    ],
  },
];

/** When somebody answers, and when nobody does. */
export const keptGoing: readonly Worded[] = [
  {
    language: "en",
    lines: [
      "{Ha|Aw}, {same|me too}. I {live|work} {between|mostly on} {Malta and Leeds|a " +
        "ship|the coast}, {lonely|quiet} sometimes.",
      "My {aunt|late husband|uncle} {taught|showed} me {a lot|everything} about " +
        "{saving|gold|patience}.",
      "{I trust|I feel I can trust} you {already|more than most}. Do you {live|sleep} " +
        "{alone|well}?",
      "{Dinner|Lunch} was {rice|soup} again. Send me a {picture|photo} of {yours|your street}?",
    ],
  },
  {
    language: "it",
    lines: [
      "{Anch'io|Pure io}! {Vivo|Lavoro} tra {Malta e Londra|due città}, {a volte|spesso} " +
        "da sola.",
      "{Mio zio|Mia zia} mi ha {insegnato|spiegato} {a risparmiare|tutto sull'oro}.",
      "{Con te|Con una persona così} {si parla|parlo} {bene|volentieri}. {Vivi|Stai} " +
        "{solo|in famiglia}?",
    ],
  },
  {
    language: "nl",
    lines: [
      "{Ik ook|Haha, ik ook}! Ik {werk|woon} {op een schip|in Malta}, {soms|best} eenzaam.",
      "Van mijn {oom|tante} heb ik {leren sparen|alles over goud geleerd}.",
      "{Met jou|Zo} {praat ik|is praten} {graag|makkelijk}. Woon je {alleen|samen}?",
    ],
  },
];

/** Off to where nobody looks. */
export const movedOff: readonly Worded[] = [
  {
    language: "en",
    lines: [
      "I am {rarely|hardly ever} {on here|in this app}, {write|text} me on " +
        "{WhatsApp|Signal|Line}: <tag>",
      "{They|The app} {delete|lose} my messages. My {Telegram|number} is <tag>, " +
        "{waiting|come} {dear|my friend}",
      "Shall I {show|teach} you what my {uncle|broker} {does|did for me}? {Add|Message} " +
        "<tag> {tonight|first}",
    ],
  },
  {
    language: "it",
    lines: [
      "Qui {non ci sono mai|entro poco}, {scrivimi|ti aspetto} su {WhatsApp|Telegram}: <tag>",
      "{Vuoi|Ti va di} vedere {come guadagno|il metodo di mio zio}? {Cercami|Aggiungimi}: <tag>",
    ],
  },
  {
    language: "nl",
    lines: [
      "Ik {zit hier|kijk hier} {zelden|bijna nooit}, {app|schrijf} me op " +
        "{WhatsApp|Signal}: <tag>",
      "{Zal ik|Wil je dat ik} je laat zien {hoe ik beleg|wat mijn oom doet}? {Voeg|Zoek} " +
        "<tag> toe",
    ],
  },
];

/** As from somebody one knows. */
export const fromFriends: readonly Worded[] = [
  {
    language: "sv",
    lines: [
      "{Hej|Tjena} <name>, är det {du|inte du} {i|på} den här {videon|bilden}?? <link>",
      "{Kan|Skulle} du {rösta på|hjälpa} min {systerdotter|brorson} i {tävlingen|finalen}? " +
        "Tar {en minut|tio sekunder}: <link>",
      "{Kolla|Titta} vem som {dog|var med} i {olyckan|går kvällen}, jag tror du " +
        "{kände|känner} {honom|henne} <link>",
    ],
  },
  {
    language: "nl",
    lines: [
      "<name>, {ben jij|jij bent toch} {dit|dat} in {dit filmpje|die video}? {haha|omg} <link>",
      "{Wil|Kun} je {stemmen op|een stem geven aan} mijn {nichtje|dochter}? {Ze is|We " +
        "zijn} er {bijna|zo}: <link>",
      "{Even|Snel} {gelezen|gezien}: {jouw|je} naam {staat|stond} {hier|op deze lijst} <link>",
    ],
  },
  {
    language: "uk",
    lines: [
      "{Привіт|Вітаю} <name>! {Проголосуй|Віддай голос} за {мою племінницю|доньку " +
        "подруги}, {будь ласка|дуже треба}: <link>",
      "<name>, {це ти|хіба не ти} на {цьому відео|фото}?? <link>",
      "{Виплата|Допомога} {6500|10800} грн {від ООН|на родину}, {я вже|сусіди вже} " +
        "{отримали|отримала}: <link>",
    ],
  },
  {
    language: "it",
    lines: [
      "<name> {ma sei tu|sei tu} {in questo video|qui}?? {guarda|oddio} <link>",
      "{Mi voti|Votate} {la nipotina|mio figlio} al {concorso|saggio}? {Manca|Basta} " +
        "{poco|un clic}: <link>",
      "{Guarda|Leggi} chi è {morto|finito sul giornale}, {lo conoscevi|credo tu lo " +
        "conosca}: <link>",
    ],
  },
];

/** As from those who keep order. */
export const asModerators: readonly Worded[] = [
  {
    language: "en",
    lines: [
      "This post was {reported|flagged} {three|several} times. {Confirm|Verify} {your " +
        "account|who you are} within {12|24|48} hours or it {will be closed|is limited}: " +
        "<link>",
      "{Notice|Final notice} {4|2|7}{21|38|90}: {copyright|community} " +
        "{complaint|violation}. {Appeal|Object} here: <link>",
      "<name>, our {team|system} {could not|failed to} {verify|match} your {age|identity}. " +
        "{Write|Reply} to <tag> {today|now}",
    ],
  },
  {
    language: "it",
    lines: [
      "Questo post è stato {segnalato|bloccato}. {Conferma|Verifica} {l'account|la tua " +
        "identità} entro {24|48} ore: <link>",
      "{Avviso|Ultimo avviso}: {violazione|reclamo} sul {copyright|diritto d'autore}. " +
        "{Ricorso|Modulo}: <link>",
      "<name>, {l'assistenza|il servizio} {ti aspetta|deve parlarti}: {scrivi|rispondi} a <tag>",
    ],
  },
  {
    language: "pl",
    lines: [
      "Ten wpis {zgłoszono|oznaczono}. {Potwierdź|Zweryfikuj} {konto|tożsamość} w ciągu " +
        "{24|48} godzin: <link>",
      "{Ostrzeżenie|Ostatnie ostrzeżenie}: {naruszenie|skarga} {praw autorskich|zasad}. " +
        "{Odwołanie|Formularz}: <link>",
      "<name>, {zespół|dział} {bezpieczeństwa|wsparcia} {czeka|prosi} o " +
        "{kontakt|odpowiedź}: <tag>",
    ],
  },
  {
    language: "id",
    lines: [
      "Postingan ini {dilaporkan|melanggar aturan}. {Konfirmasi|Verifikasi} akun " +
        "{dalam|sebelum} {24|48} jam: <link>",
      "{Peringatan|Pemberitahuan} {terakhir|resmi}: {keluhan|pelanggaran} hak cipta. " +
        "{Banding|Formulir}: <link>",
      "<name>, tim {dukungan|keamanan} {menunggu|perlu data} Anda: {hubungi|balas} <tag>",
    ],
  },
];
