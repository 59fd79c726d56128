'use client'

import { useEffect, useRef, useState } from 'react'
import { errorMessage } from '@/lib/base/errors'
import { failure } from '@/lib/base/result'
import type { DialectOverrides } from '@/lib/delimited/dialect'
import type { Preview } from '@/lib/delimited/preview'
import type { UploadProgress } from '@/lib/upload/progress'

/** Enough for fifty rows of a wide export; read before anything is sent. */
const previewBytes = 256 * 1024

export interface ChosenOptions extends Pick<DialectOverrides, 'encoding' | 'delimiter'> {
  assetType?: string
}

interface ImportTask {
  baseUrl: string
  resume?: { importId: string }
  onDone: (flowId: string) => void
}

/** What reads a file and what sends it: fetched when a file is chosen, not with the page. */
const loadReader = () => import('@/lib/delimited/preview')
const loadSender = () =>
  Promise.all([import('@/lib/upload/source'), import('@/lib/upload/upload-file')])

/** The first rows of a file, or in words why it has none. */
async function readBeginning(file: File, { encoding, delimiter }: ChosenOptions) {
  const reader = await loadReader().catch(() => null)
  if (reader === null) return failure('unavailable')
  const bytes = new Uint8Array(await file.slice(0, previewBytes).arrayBuffer())
  const overrides = { ...(encoding && { encoding }), ...(delimiter && { delimiter }) }
  return reader.previewFile(bytes, { whole: file.size <= previewBytes, overrides })
}

/** The state of one import in the browser: chosen file, its preview, its upload. */
export function useImport({ baseUrl, resume, onDone }: ImportTask) {
  const [file, setFile] = useState<File>()
  const [options, setOptions] = useState<ChosenOptions>({})
  const [preview, setPreview] = useState<Preview>()
  const [problem, setProblem] = useState<string>()
  const [progress, setProgress] = useState<UploadProgress>()
  const begun = useRef(resume)
  const stopping = useRef<AbortController>(undefined)
  const looks = useRef(0)
  useEffect(() => () => stopping.current?.abort(), [])

  async function look(chosen: File, how: ChosenOptions) {
    looks.current += 1
    const mine = looks.current
    const seen = await readBeginning(chosen, how)
    // Another file, or another way to read it, was chosen meanwhile.
    if (mine !== looks.current) return
    setPreview(seen.ok ? seen : undefined)
    setProblem(seen.ok ? undefined : seen.message)
  }

  async function send() {
    // What sends may be long on its way: a second press is not a second upload.
    if (!file || stopping.current) return
    stopping.current = new AbortController()
    setProblem(undefined)
    await sendFile(file, stopping.current.signal).finally(() => {
      stopping.current = undefined
    })
  }

  async function sendFile(chosen: File, signal: AbortSignal) {
    const sender = await loadSender().catch(() => null)
    if (sender === null) return setProblem(errorMessage('unavailable'))
    const [{ blobSource }, { uploadFile }] = sender
    const { assetType, ...dialect } = options
    const outcome = await uploadFile({
      source: blobSource(chosen),
      baseUrl,
      hints: { dialect, ...(assetType && { assetType }) },
      resume: begun.current,
      signal,
      onProgress: setProgress,
      onCreated: (created) => {
        begun.current = created
      },
    })
    if (outcome.ok) return onDone(outcome.flowId)
    setProgress(undefined)
    setProblem(outcome.message)
  }

  return {
    file,
    options,
    preview,
    problem,
    progress,
    canRetry: preview !== undefined,
    send,
    stop: () => stopping.current?.abort(),
    choose: (chosen: File) => {
      setFile(chosen)
      setOptions({})
      // What is seen is of this file, or nothing is.
      setPreview(undefined)
      setProblem(undefined)
      begun.current = resume
      return look(chosen, {})
    },
    change: (changed: ChosenOptions) => {
      setOptions(changed)
      return file && look(file, changed)
    },
  }
}
