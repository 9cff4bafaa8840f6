import type { ActorId } from "../../model/ids.ts";
import { manyMentions } from "./many-mentions.ts";
import { type Contact, follow, note, stories, threadReply } from "./stories.ts";

/** The remote actors that it mentions live on the author's own host. */
function ofOneHost(elsewhere: number): Contact {
  const contact = note({ elsewhere });
  const hrefs = Array.from({ length: elsewhere }, (_, i) => `https://remote.example/users/c${i}`);
  const mentions = hrefs.map((href) => ({ href: href as ActorId, name: undefined }));
  const objects = contact.activity.objects.map((object) =>
    object.kind === "post" ? { ...object, post: { ...object.post, mentions } } : object,
  );
  return { ...contact, activity: { ...contact.activity, objects } };
}

stories(manyMentions, [
  ["one of us and a friend of theirs", note({ elsewhere: 1 }), {}, 0],
  ["five, one of us", note({ elsewhere: 4 }), {}, 0.5],
  ["eight and more", note({ elsewhere: 30 }), {}, 1],
  ["a long thread, everybody kept", threadReply({ here: 3, elsewhere: 30 }), {}, 0],
  ["a list of people worth following", note({ here: 2, elsewhere: 10 }), {}, 1],
  ["a pupil names the class, and a teacher here", ofOneHost(24), {}, 0],
  ["a follow", follow(), {}, 0],
]);
