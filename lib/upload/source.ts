/** A file to send: a browser's File, or an open file of the command line. */
export type UploadSource = {
  name: string
  /** Bytes. */
  size: number
  /** The bytes from `from` up to but without `to`. Rejects when the file cannot be read any more. */
  slice(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/** A browser's File as a source. Nothing is read before it is asked for. */
export function blobSource(file: Blob & { name: string }): UploadSource {
  return {
    name: file.name,
    size: file.size,
    slice: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  }
}
