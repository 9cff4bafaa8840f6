// Where a file of ours is that is started by its address instead of imported, such as a worker.

/** `at`: the `import.meta.url` of who asks. In a package all that was `.ts` here is `.js`. */
export function fileBeside(at: string, name: string): URL {
  return new URL(`./${name}${at.slice(at.lastIndexOf("."))}`, at);
}
