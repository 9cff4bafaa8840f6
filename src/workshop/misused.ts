// What is wrong with how a bench or a training was asked for: told without a stack.

export class Misused extends Error {}
