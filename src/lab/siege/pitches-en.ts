// What an attacker says, in English: parts of a message with `{one|other}` in them, nested
// where that reads well. `<name>` is the victim's, `<brand>` who pays for it. All made up.

import type { Pitch } from "./pitches.ts";

const scam: Pitch = {
  openers: [
    "{Hello|Good day|Dear} <name>{,|!} {I write to you|I contact you|this reaches you} " +
      "{in private|with some urgency|after long thought}.",
    "{Attention|Notice} for <name>: {a parcel|a transfer|an old account} {is waiting|has " +
      "been set aside|lies here unclaimed}.",
    "Hi <name>, {sorry to bother|bit awkward, but|no idea how to say it, so} {you were " +
      "drawn|your number came up|it seems you won}.",
  ],
  bodies: [
    "{A sum|The amount|A balance} of {4,200|11,500|27,300|9,840} {is booked|was put " +
      "aside|stands} {under|to} your {name|address|handle}.",
    "{The holder|Its owner|My late client} {left no heirs|never came back|cannot collect " +
      "it}, {so the bank asks|and the court allows|which means} {strangers may step in|you " +
      "could claim|someone has to sign}.",
    "{Only a small fee|Just the courier's charge|Nothing but a stamp duty} {stands " +
      "between|separates} you and {the whole thing|payment|your money}.",
    "{Please keep this quiet|Tell nobody yet|Do not share it} until {the papers are " +
      "through|it is signed|Friday}.",
    "{Last week|Yesterday|In March} {two others|a teacher|a widow} {took " +
      "part|answered|did the same} and {was paid|got it} {within a day|at once|before " +
      "noon}.",
  ],
  calls: [
    "{Answer today|Write back soon|Reply before midnight} {or it lapses|or someone else " +
      "is picked|and it is yours}.",
    "{Confirm with|Say yes to|Contact} <brand> {right away|this evening|while the window " +
      "is open}.",
    "{Waiting for|Counting on|Looking forward to} {your word|a short yes|a sign of life}.",
  ],
};

const pills: Pitch = {
  openers: [
    "{Tired|Sleepless|In pain} {again|every night|since winter}, <name>?",
    "<name>, {doctors|chemists|insurers} {will not tell you|keep quiet about|do not like} this.",
    "{No prescription|No waiting room|No questions}: {that is us|it exists|finally}.",
  ],
  bodies: [
    "{Blue|Small|Generic} {tablets|capsules|pills} {from|made in|straight out of} {the " +
      "same factory|a licensed lab|one supplier}, {half|a third of|a fraction of} {the " +
      "price|what you pay}.",
    "{Shipped|Sent|Posted} in {plain|unmarked|discreet} {boxes|envelopes|wrapping} " +
      "{overnight|in two days|anywhere}.",
    "{Weight|Sleep|Stamina|Focus}: {gone|solved|back} {in a fortnight|after one pack|by " +
      "the weekend}, {or your money back|we promise|nine in ten say}.",
    "{Thirty|Sixty|Ninety} {for the price of ten|plus a free strip|at cost} {this " +
      "week|for newcomers|until stock ends}.",
    "{My cousin|A nurse I know|Half my gym} {swears by it|reorders monthly|threw the rest away}.",
  ],
  calls: [
    "{Order|Stock up|Get yours} at <brand> {today|now|before they close}.",
    "{Ask|Message} me for {the list|prices|a sample}.",
    "{Search for|Look up|Type in} <brand>, {first hit|you will find it|done}.",
  ],
};

const crypto: Pitch = {
  openers: [
    "{gm|hey|yo} <name>, {quick one|listen|not advice but}.",
    "<name>, {your wallet|your early account|the airdrop you signed for} {is " +
      "eligible|was selected|has a credit}.",
    "{Whales|Insiders|Three funds} are {buying|loading up|already in}, <name>.",
  ],
  bodies: [
    "{An investment|A staking|A trading} {credit|bonus|allocation} of {0.8|1.4|3.2} " +
      "{coins|BTC|ether} {is open|expires tonight|waits unclaimed}.",
    "{Our bot|The algorithm|This desk} {made|returned|printed} {4|7|11} percent {a " +
      "day|every session|overnight}, {all audited|no lockup|proof on chain}.",
    "{Listing|Launch|The snapshot} is {tomorrow|in six hours|on Monday}; {after " +
      "that|then|later} {the price triples|you pay retail|it is gone}.",
    "{I turned|She turned|A friend grew} {two hundred|a month's rent|pocket money} into " +
      "{a car|nine thousand|a down payment} {since June|in weeks|with it}.",
    "{Withdraw any time|Fees are zero|No identity check}, {minimum twenty|start with " +
      "ten|test it small}.",
  ],
  calls: [
    "{Claim|Unlock|Activate} it on <brand>.",
    "{Join|Enter|Grab a seat in} {the room|our group|the channel} <brand> {today|before " +
      "it fills|now}.",
    "{DM me|Ping back|Say in} and I {walk you through|send the steps|add you}.",
  ],
};

const invitation: Pitch = {
  openers: [
    "{Come|Join us|Hop in}, <name>!",
    "<name> {you are invited|someone put you on the list|here is your seat}.",
    "{We are building|There is|Just opened}: {a place|a server|a crew} {for people like " +
      "you|with no rules|where things happen}.",
  ],
  bodies: [
    "{Voice|Games|Memes} {all night|around the clock|every evening}, {no mods|nobody " +
      "bans you|free for all}.",
    "{Four hundred|A thousand|Six thousand} {people|members|of us} {since " +
      "Monday|already|and growing}.",
    "{The boys|Our crew|The old gang} {want revenge|are raiding tonight|plan something " +
      "big} and {need numbers|you should see it|everyone helps}.",
    "{Roles|Prizes|Nitro} for {whoever brings three|the first fifty|new faces}.",
    "{They tried to ban us|Other servers hate it|The image would not upload}, {so here " +
      "is the text|which is why you get this|we do not stop}.",
  ],
  calls: [
    "{Get in|Enter|Show up} {now|tonight|before the gate shuts}: <brand>.",
    "{Type|Search|Remember} <brand> {in the app|and press join|it is that easy}.",
    "{Bring friends|Share this|Tell two others}, {see you|we wait|go}.",
  ],
};

const casino: Pitch = {
  openers: [
    "{Spin|Play|Bet} {on us|for free|with our money}, <name>.",
    "<name>{!|,} {your table is ready|one hundred free spins|the house pays first}.",
    "{Lucky|Bored|Broke}{?|, <name>?} {Same here, until last week|Read this|Good}.",
  ],
  bodies: [
    "{First|Every|Your opening} deposit {doubled|matched|times three}, {no wagering|paid " +
      "at once|even by card}.",
    "{Roulette|Slots|Poker|Baccarat} {live|with real dealers|in your language}, {pays in " +
      "minutes|payout same day|licensed offshore}.",
    "{A barber|My uncle|Somebody from your town} {hit|cleared|walked away with} {eighty " +
      "thousand|the jackpot|a year's pay} {on Tuesday|with five coins|last night}.",
    "{Ninety-seven|Ninety-eight} percent {return|goes back|payback}, {nobody|no other " +
      "house} {comes close|dares that}.",
    "{VIP|Gold} {status|club} {from day one|for this group}, {cashback|rakeback} " +
      "{weekly|each Sunday}.",
  ],
  calls: [
    "{Sign up|Register|Take your seat} at <brand>.",
    "{Code|Voucher|Word} {WAVE|SPIN|GO}{7|50|100} at <brand>, {valid today|first hundred|hurry}.",
    "{Tell me|Say} {when|yes} and I {reserve|unlock} {your chips|a seat}.",
  ],
};

const politics: Pitch = {
  openers: [
    "{Nobody reports this|They hide it from you|What the papers skip}, <name>:",
    "{Wake up|Read carefully|Think about it}, <name>.",
    "{Sources say|It is confirmed|Leaked tonight}:",
  ],
  bodies: [
    "{The ministry|Brussels|Our own cabinet} {signed away|sold|gave up} {the ports|our " +
      "grain|the reserves} {in secret|without a vote|over a weekend}.",
    "{Prices|Rents|Taxes} {double|explode|rise again} {by autumn|while they " +
      "feast|because of this deal}.",
    "{Families like yours|Workers|Pensioners} {pay|freeze|lose} and {the others " +
      "laugh|strangers collect|nobody asks}.",
    "{Even the experts|A former general|Three judges} {call it|speak of} " +
      "{treason|madness|the end}.",
    "{In the north|At the border|On the coast} {it has begun|people march|trucks stand " +
      "still} {already|since dawn|for days}.",
  ],
  calls: [
    "{Share it|Pass it on|Copy this} {before it is deleted|everywhere|while you can}.",
    "{Follow|Read|Support} <brand> {for the truth|before the vote|now}.",
    "{Ask|Tell|Call} {your member|the mayor|everyone} {why|today|until they answer}.",
  ],
};

const harassment: Pitch = {
  openers: [
    "{So|Well|Look}, <name>, {everybody knows now|we saw it|it is out}.",
    "{Nobody|Not one person} {here|on this site} {wants you|likes you|believes you}, <name>.",
    "<name> {again|still here|thinks it is over}?",
  ],
  bodies: [
    "{We keep|Somebody keeps|They keep} {screens|copies|a file} of {every post|what you " +
      "wrote|all of it}.",
    "{Your boss|The landlord|Your school} {gets|will see|reads} {them|the folder|it} " +
      "{soon|on Monday|next}.",
    "{Delete|Close|Leave} {your account|this place|the thread} and {it stops|we forget " +
      "you|maybe that is the end}.",
    "{Fake|Liar|Clown} {from the start|since spring|as always}, {ask anyone|even your " +
      "friends agree|look at the replies}.",
    "{We are many|There are more of us|This is only the first evening}, {count|wait|sleep well}.",
  ],
  calls: [
    "{Tick tock|Your move|Choose}.",
    "{Say sorry|Apologise} {in public|to <brand>|tonight}.",
    "{See|Find} {the rest|everything} under <brand>.",
  ],
};

export const english = { scam, pills, crypto, invitation, casino, politics, harassment };
