import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { previewFile } from '@/lib/delimited/preview'
import type { UploadSource } from '@/lib/upload/source'
import { ImportFailure } from './failure'

/** Enough to tell what a file is. */
const BEGINNING = 262_144

export type OpenFile = UploadSource & { close(): Promise<void> }

/**
 * Opens a file for sending; nothing but what is asked for is read.
 * @throws ImportFailure when there is no such file, or when it is nothing that can be imported
 */
export async function openSource(path: string): Promise<OpenFile> {
  const handle = await openFile(path)
  const { size } = await handle.stat()
  const source: OpenFile = {
    name: basename(path),
    size,
    slice: (from, to) => readBytes(handle, from, to),
    close: () => handle.close(),
  }
  const beginning = await source.slice(0, Math.min(size, BEGINNING))
  const preview = previewFile(beginning, { whole: size <= BEGINNING })
  if (preview.ok) return source
  await source.close()
  throw new ImportFailure(preview.code, `${path}: ${preview.message}`)
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    const handle = await open(path)
    if ((await handle.stat()).isFile()) return handle
    await handle.close()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT') throw new ImportFailure('no_file', `There is no file ${path}.`)
    if (code === 'EACCES') throw new ImportFailure('no_file', `${path} may not be read.`)
    throw error
  }
  throw new ImportFailure('no_file', `${path} is not a file.`)
}

async function readBytes(handle: FileHandle, from: number, to: number) {
  const bytes = new Uint8Array(to - from)
  let read = 0
  while (read < bytes.length) {
    const { bytesRead } = await handle.read(bytes, read, bytes.length - read, from + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return bytes.subarray(0, read)
}
