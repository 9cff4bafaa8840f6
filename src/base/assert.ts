// What we rely on is asserted, so that a mistake of ours ends one delivery's check, not the gate.

/** Thrown when we, not the world, are wrong. `place` groups failures of the same assertion. */
export class AssertionFailed extends Error {
  override readonly name = "AssertionFailed";
  readonly place: string;

  constructor(place: string) {
    super(`assertion failed: ${place}`);
    this.place = place;
  }
}

/** `place` names what was relied on; it must hold nothing that a stranger wrote. */
export function assert(condition: boolean, place: string): asserts condition {
  if (!condition) throw new AssertionFailed(place);
}
