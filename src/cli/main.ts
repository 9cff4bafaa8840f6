// The process: its version of Node, its streams, its signals. Nothing is imported before the
// version was looked at, so that an older Node hears one sentence and not a stack of errors.

const needs = { major: 24, minor: 18 };
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > needs.major || (major === needs.major && minor >= needs.minor)) {
  process.exitCode = await (await import("./process.ts")).runProcess();
} else {
  process.stderr.write(
    `breakwater: needs Node ${needs.major}.${needs.minor} or newer, and this is Node ` +
      `${process.versions.node}: start bin/breakwater, which finds the right one.\n`,
  );
  process.exitCode = 2;
}

export {};
