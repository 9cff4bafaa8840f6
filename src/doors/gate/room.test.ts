import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Berth, Room } from "./room.ts";

class Reader {
  flowing = true;
  readonly berth: Berth;

  constructor(room: Room) {
    this.berth = room.enter({
      pause: () => {
        this.flowing = false;
      },
      resume: () => {
        this.flowing = true;
      },
    });
  }
}

test("when the room is full all but the oldest reader stop, until somebody leaves", () => {
  const room = new Room(100);
  const [oldest, second, third] = [new Reader(room), new Reader(room), new Reader(room)];
  second.berth.take(60);
  third.berth.take(60);
  assert.deepEqual([second.flowing, third.flowing], [true, false]);
  oldest.berth.take(60);
  assert.ok(oldest.flowing);
  oldest.berth.filled();
  assert.ok(second.flowing, "the next oldest goes on");
  second.berth.take(1);
  oldest.berth.leave();
  assert.ok(!third.flowing, "121 bytes are still too many");
  second.berth.leave();
  assert.ok(third.flowing);
});

test("whoever left twice took its bytes once", () => {
  const room = new Room(10);
  const { berth } = new Reader(room);
  berth.take(5);
  berth.leave();
  berth.leave();
  assert.equal(room.bytes, 0);
});

test("somebody can always go on, and an empty room is empty", () => {
  const step = fc.record({
    who: fc.nat(4),
    what: fc.constantFrom("take", "filled", "leave"),
    bytes: fc.integer({ min: 1, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const room = new Room(60);
      const reading = Array.from({ length: 5 }, () => new Reader(room));
      const all = [...reading];
      for (const { who, what, bytes } of steps) {
        const reader = reading[who % Math.max(1, reading.length)];
        if (reader === undefined) break;
        if (what === "take") reader.berth.take(bytes);
        else {
          reading.splice(reading.indexOf(reader), 1);
          reader.berth[what as "filled" | "leave"]();
        }
        assert.ok(reading.length === 0 || reading.some(({ flowing }) => flowing));
      }
      for (const { berth } of all) berth.leave();
      assert.equal(room.bytes, 0);
    }),
  );
});
