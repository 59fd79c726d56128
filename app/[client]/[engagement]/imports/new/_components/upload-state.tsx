'use client'

import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { UploadProgress } from '@/lib/upload/progress'

const phaseWords: Record<UploadProgress['phase'], string> = {
  preparing: 'Preparing',
  sending: 'Sending the file',
  waiting: 'The connection is interrupted',
  completing: 'Checking that all of it arrived',
  done: 'Sent',
}

/** How far the upload is, at which rate, and how long it will take. */
export function UploadState({
  progress,
  onCancel,
}: {
  progress: UploadProgress
  onCancel: () => void
}) {
  return (
    <Card>
      <CardBody className="flex flex-wrap items-end gap-4">
        <ProgressBar
          className="flex-1 basis-64"
          label={phaseWords[progress.phase]}
          value={progress.sentBytes}
          max={progress.totalBytes}
          detail={detailOf(progress)}
          tone={progress.phase === 'waiting' ? 'warn' : 'accent'}
        />
        <Button onClick={onCancel}>Stop</Button>
      </CardBody>
    </Card>
  )
}

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1)

function detailOf(progress: UploadProgress): string {
  const { sentBytes, totalBytes, bytesPerSecond, secondsLeft, retryInSeconds } = progress
  return [
    `${megabytes(sentBytes)} of ${megabytes(totalBytes)} MB`,
    bytesPerSecond !== null && `${megabytes(bytesPerSecond)} MB/s`,
    secondsLeft !== null && secondsLeft > 0 && `${Math.ceil(secondsLeft)} s left`,
    retryInSeconds !== undefined && `next try in ${Math.ceil(retryInSeconds)} s`,
  ]
    .filter(Boolean)
    .join(' · ')
}
