'use client'

import { useRouter } from 'next/navigation'
import { useRoot } from '@/components/data/place'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { FileDrop } from './file-drop'
import { FilePreview } from './file-preview'
import { ImportOptions } from './import-options'
import { UploadState } from './upload-state'
import { useImport } from './use-import'

export interface ImportFormProps {
  /** What one row of a file may be. */
  assetTypes: readonly string[]
  /** An upload that was interrupted and goes on with the same file. */
  resume?: { importId: string; fileName: string }
}

/** Choose → look → send. The file leaves the browser only after the person has seen it. */
export function ImportForm({ assetTypes, resume }: ImportFormProps) {
  const root = useRoot()
  const router = useRouter()
  const state = useImport({
    baseUrl: `/api${root}`,
    resume,
    onDone: (flowId) => router.push(`${root}/flows/${flowId}`),
  })
  const { file, preview, progress, problem } = state

  return (
    <div className="flex flex-col gap-4">
      {resume && (
        <Alert tone="info" title={`Go on with ${resume.fileName}`}>
          Choose the same file; only the parts that are missing are sent.
        </Alert>
      )}
      {!progress && <FileDrop fileName={file?.name} onChoose={state.choose} />}
      {problem && (
        <Alert
          tone="bad"
          live
          title={problem}
          action={
            state.canRetry && (
              <Button size="sm" onClick={state.send}>
                Try again
              </Button>
            )
          }
        />
      )}
      {progress && <UploadState progress={progress} onCancel={state.stop} />}
      {file && preview && !progress && (
        <>
          <ImportOptions
            preview={preview}
            assetTypes={assetTypes}
            options={state.options}
            onChange={state.change}
            send={
              <Button variant="primary" size="lg" onClick={state.send}>
                Import {file.name}
              </Button>
            }
          />
          <FilePreview preview={preview} />
        </>
      )}
    </div>
  )
}
