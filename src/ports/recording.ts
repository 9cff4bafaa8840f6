// The file that a traffic log is written to while the gate runs.

/** Throws RecordingFailed and nothing else. Nobody but the gate's own account may read it. */
export interface RecordingFiles {
  /** A new file; there must be none of that name. */
  create(path: string): Promise<RecordingFile>;
  /** One that was begun before, cut back to the `bytes` that were whole. */
  resume(path: string, bytes: number): Promise<RecordingFile>;
}

export interface RecordingFile {
  /** On disk, whole, so far. */
  readonly bytes: number;
  /** All lines or none are there if it is cut in the middle and resumed. */
  append(lines: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The message completes "The recording FILE: …". */
export class RecordingFailed extends Error {
  override readonly name = "RecordingFailed";
}
