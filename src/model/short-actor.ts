// An actor's URL as short as people know it: `bob@spam.example` where the path says a name.

/** Where common software keeps its people; other paths are shown as they are. */
const named = /^\/(?:users|@|u|c|author|accounts|profile|actor|actors|ap\/users)?\/?@?([^/@]+)\/?$/;

/** `name@host`, or host and path. Still what a stranger wrote: to be escaped where it is shown. */
export function shortActor(actor: string): string {
  const url = URL.parse(actor);
  if (url === null) return actor;
  const name = url.search === "" ? named.exec(url.pathname)?.[1] : undefined;
  return name === undefined ? actor.replace(/^https?:\/\//, "") : `${name}@${url.host}`;
}
