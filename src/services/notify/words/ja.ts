// What moderators are told, in Japanese.

import type { NotifyWords } from "./words.ts";

export const ja: NotifyWords = {
  occasions: {
    wave: ({ campaign, held, domains, recipients, until }, { number, time }) => ({
      title: `スパムの波 ${campaign}：${number(held)} 件を保留`,
      line:
        `${campaign} はスパムの波です。${number(domains)} ドメインから、ここの ` +
        `${number(recipients)} 人あての ${number(held)} 件を保留しています。` +
        (until === undefined
          ? ""
          : `ホームサーバーが最初の 1 件を受け取るのは ${time(until)} までです。`),
    }),
    "wave grew": ({ campaign, held, before, domains }, { number }) => ({
      title: `波 ${campaign} が ${number(held)} 件に拡大`,
      line:
        `波 ${campaign} は ${number(before)} 件から ${number(held)} 件（${number(domains)} ` +
        "ドメイン）に増えました。まだ誰も判断していません。",
    }),
    "wave undecided": ({ campaign, held, until }, { number, time }) => ({
      title: `波 ${campaign} は未判断です`,
      line:
        `波 ${campaign}（${number(held)} 件）はまだ誰も判断していません。${time(until)} 以降は` +
        "ホームサーバーが受け取れるものが減り、後で通しても通知されないことがあります。",
    }),
    "wave expires": ({ campaign, held, until }, { number, day }) => ({
      title: `波 ${campaign} はまもなく削除されます`,
      line:
        `波 ${campaign} はまだ誰も判断していません。${number(held)} 件は ${day(until)} から` +
        "判断のないまま削除されます。",
    }),
    appeal: ({ sender, about }, { name }) => ({
      title: "異議申し立て",
      line: `${name(sender)} が ${name(about)} の再確認を求めています。`,
    }),
    host: ({ domain, rung, spammers, days }, { name, number }) => {
      const does = {
        waits: "知らない相手は長めに待たせます",
        holds: "知らない相手は保留します",
        suggested: "知らない相手は保留します。拒否を検討してください",
      }[rung];
      return {
        title: `ホスト：${name(domain)}`,
        line:
          `${name(domain)} は管理されていないようです（${number(days)} 日間にスパム送信者 ` +
          `${number(spammers)} 人）。${does}。`,
      };
    },
    "tuning alarm": () => ({
      title: "調整は無効になりました",
      line:
        "初めての連絡のスコアが、調整に使ったものより高くなっています。調整は無効になり、設定ファイルの" +
        "値が使われます。",
    }),
    "ledger failed": ({ times }, { number }) => ({
      title: "台帳に障害があります",
      line:
        `台帳が 1 時間に ${number(times)} 回失敗しました。on_failure で変えていなければ、その間の` +
        "投稿は判定されずに通ります。ログとディスクを確認してください。",
    }),
    "disk nearly full": ({ freeBytes, reserveBytes }, { size }) => ({
      title: "ディスクの空きがわずかです",
      line:
        `空きは ${size(freeBytes)} です。${size(reserveBytes)} を下回ると何も保管できず、` +
        "疑わしいものには後で送り直すよう求めます。",
    }),
    "nearly all kept": ({ kept, most }, { number }) => ({
      title: "保管できる残りがわずかです",
      line:
        `最大 ${number(most)} 件のうち ${number(kept)} 件を保管しています。超えると、疑わしいものには` +
        "後で送り直すよう求め、保留するはずのものは本文なしで記録します。",
    }),
    "home server down": ({ since }, { time }) => ({
      title: "ホームサーバーが応答しません",
      line: `ホームサーバーは ${time(since)} から応答していません。送信側が後で送り直します。`,
    }),
  },
  topics: { wave: "波", appeal: "異議申し立て", host: "ホスト", alarm: "警報" },
  several: (count, { number }) => `お知らせ ${number(count)} 件`,
  andMore: (count, { number }) => `ほか ${number(count)} 件`,
  test: {
    title: "テスト",
    line: (topics) => `これはテストです。届いています。ここでお知らせするもの：${topics}。`,
  },
  digest: {
    title: (day) => `まとめ ${day}`,
    contacts: ({ since, contacts }, { number, time }) =>
      `${time(since)} から：連絡 ${number(contacts)} 件。`,
    kept: ({ settled, held }, { number }) =>
      `待機 ${number(settled)} 件、保留 ${number(held)} 件。`,
    waiting: ({ waiting, waves, singles }, { number }) =>
      `判断待ち：${number(waiting)} 件（単独 ${number(singles)} 件、残りは ${number(waves)} ` +
      "件の案件）。",
    watching: ({ settled, held }, { number }) =>
      `監視のみ：待機するはず ${number(settled)} 件、保留するはず ${number(held)} 件。`,
    nothingWaits: "判断待ちはありません。",
    wave: (campaign, held, until, { number, time }) =>
      `${campaign}：保留 ${number(held)} 件` +
      (until === undefined ? "" : `、最初の 1 件を通せるのは ${time(until)} まで`),
    expiring: ({ expiring, expiringFrom }, { number, day }) =>
      `そのうち ${number(expiring)} 件は 3 日以内に判断のないまま削除されます` +
      (expiringFrom === undefined ? "。" : `（最初は ${day(expiringFrom)}）。`),
    flagged: ({ flagged }, { number }) =>
      `判断のないまま期限に印を付けて通したもの：${number(flagged)} 件。`,
    expired: ({ expired }, { number }) => `判断のないまま削除したもの：${number(expired)} 件。`,
    meanwhile: "その間のお知らせ：",
  },
};
