import type { Translated } from "../../words.ts";

/** What is happening. */
export const now: Translated<"now"> = {
  news: "新着",
  reload: "再読み込み",
  pause: "一時停止",
  goOn: "再開",
  live: "自動更新中。最終更新 {time}。",
  paused: "{time} に一時停止。",
  lost: "接続が切れました。再接続しています。",
  stopped: "自動更新が止まりました。ページを再読み込みしてください。",
  ended: "サインアウトされています。ページを再読み込みしてください。",
  asOf: "時点:",

  off: "オフ: 何も判定せず、すべて通します。",
  watch: "watch モード: 何も止めません。「〜するはずだった」ものも、すべて通しています。",
  partly: "送信元ドメインの {share} だけが guard モードです。ほかは何も止めません。",
  homeDown: "ホームサーバーが応答しません。送信側が再試行し、ここで新たに待つものはありません。",
  ledgerDown: "台帳が応答しません。on_failure の設定に従って通します。",

  lastHour: "直近1時間の配送",
  keptBack: "直近1時間の差し止め",
  wouldBack: "直近1時間に差し止めるはずだったもの",
  waiting: "待機中(再判定あり)",
  heldNow: "裁定待ちの保留",
  wavesNow: "進行中の波",
  oldest: "最も古いもの: {away}",
  nextDeadline: "最初の期限: {away}",

  waves: "進行中の波",
  noWaves: "進行中の波はありません。始まれば数秒でここに出ます。",
  wave: "波",
  began: "開始",
  contacts: "接触",
  from: "送信元",
  fromHosts: "{hosts, plural, other {#サーバー}}{senders, plural, =0 {} other {の#アカウント}}",
  aimedAt: "宛先",
  people: "{count, plural, other {#人}}",
  keptOf: "差し止め",
  wouldOf: "{count, number}件(差し止めるはずだった)",
  openCase: "案件を開く",

  traffic: "流量",
  letIn: "通したもの(10秒ごと)",
  back: "差し止めたもの(10秒ごと)",
  wouldTitle: "差し止めるはずだったもの(10秒ごと)",
  day: "直近1日(1時間ごと)",
  passed: "読まずに通過",
  accept: "判定して通した",
  flag: "通してフラグ付き",
  settle: "待機(再判定あり)",
  hold: "保留",
  reject: "拒否",
  kept: "差し止め",
  watched: "差し止めるはずだった",
  letInSummary:
    "直近1時間: 読まずに通過 {passed, number}、判定して通した {accept, number}、フラグ付き {flag, number}。",
  backSummary: "直近1時間: 保留 {hold, number}、待機 {settle, number}、拒否 {reject, number}。",
  wouldSummary:
    "直近1時間に、保留 {hold, number}、待機 {settle, number}、拒否 {reject, number} となるはずでした。",
  daySummary: "直近1日: 配送 {all, number} 件、うち差し止め {kept, number} 件。",
  dayWouldSummary:
    "直近1日: 配送 {all, number} 件、うち {would, number} 件を差し止めるはずでした。",
  countedSince: "ゲートの起動({away})以降の数です。",
  time: "時刻",

  spared: "直近1日に防いだもの",
  sparedSum:
    "{notifications, plural, =0 {防いだ通知はありません。} other {#件の通知が誰にも届きませんでした。}}",
  watchedSum:
    "{notifications, plural, =0 {防ぐはずだった通知はありません。} other {#件の通知はすぐには届かないはずでしたが、届きました。}}",
  because: "最も効いた理由",
  notifications: "通知",
  otherReason: "その他",
  reasons: {
    REFUSED: "送信者またはサーバーへの管理者の決定。",
    RULE: "管理者のルールに一致。",
    CASE_REFUSED: "モデレーターが拒否し続けているキャンペーンの写し。",
    HOST_NEGLECTED: "そのサーバーの未知の相手の大半が、ここでスパムと裁定。",
    FIRST_CONTACT: "未知の相手からの初接触は裁定待ち。",
    WAVE_UNDER_WAY: "波の進行中は初接触を長めに待機。",
    CRITERIA: "複数の条件に該当。",
    CONSENT: "初接触は受信者本人が決める。",
    WAITS: "差し止めたものの後ろで待機。",
    OVER_QUOTA: "保管する空きがない。",
  },

  disturbed: "影響を受けた人",
  delayed:
    "{count, plural, =0 {待機して遅れて通ったものはありません。} other {#件の配送が待機のあと通りました。半数は{median}以内、" +
    "最後は{longest}後です。}}",
  released:
    "{count, plural, =0 {モデレーターが解放したものはありません。} other {#件をモデレーターが解放しました。}}",
  unruled: "{count, plural, =0 {} other {#件はまだ裁定がなく、正当なものかどうか分かりません。}}",
  wanted:
    "{count, plural, =0 {差し止めた送信者のうち、正当と分かっている人はいません。} other {差し止めた送信者のうち、正当と分かっているのは#人です:}}",
  wantedWatch:
    "{count, plural, =0 {差し止めるはずだった送信者のうち、正当と分かっている人はいません。} other {差し止めるはずだった送信者のうち、" +
    "正当と分かっているのは#人です:}}",
  asFar:
    "裁定と、ここの人の行動から分かる範囲です。正当でも、そうと分からなかった人は数に入りません。",

  health: "動作状態",
  mode: "モード",
  modeOf: "{mode}({away}から)",
  home: "ホームサーバー",
  homeUnknown: "種類はまだ不明",
  answers: "応答あり",
  answersNot: "応答なし",
  ledger: "台帳",
  memory: "メモリ",
  disk: "ディスク",
  diskFree: "保管分 {used} / {most}、空き {free}",
  diskUsed: "保管分 {used} / {most}",
  queue: "配送中",
  queueOf: "{count, plural, =0 {なし} other {#件を配送中}}",
  full: "{count, plural, =0 {} other {#個の送信元ドメインまたはビューに空きがありません}}",
  room: "空き",
  roomLeft: "十分あります",
  troubles: "問題",
  noTroubles: "起動後はなし",
  troubleTimes: "{times, plural, other {#回}}、最後は{away}",
  unknown: "不明",

  fresh: "まだ何も届いていません",
  freshText:
    "届いた配送、増えていく波、防いだ被害がここに出ます。まず、サーバーの受信箱の前にゲートを置く必要があります:",
  stepGate: "ゲートが動いている。",
  stepHome: "後ろのホームサーバーが応答する。",
  stepMail: "配送が届く: ウェブサーバーが、受信箱への POST をゲート経由にしている。",
  stepDoctor: "「breakwater doctor」で問題が見つからない。",
  stepGuard:
    "数日観察すると、止めるはずだったものが「breakwater week」で分かります。次に「breakwater mode guard」を実行します。",
  done: "完了",
  todo: "未完了",

  newsWave: "波が始まりました。これまでの接触は{count, plural, other {#件}}です。",
  newsWaveOver: "波の増加が止まりました。",
  newsHomeDown: "ホームサーバーが応答しません。",
  newsHomeUp: "ホームサーバーの応答が戻りました。",
  newsLedgerDown: "台帳が応答しません。",
  newsLedgerUp: "台帳の応答が戻りました。",
  newsMode: "モードが {mode} になりました。",
  modes: { watch: "watch", guard: "guard", off: "off" },
};
