'use client'

import { Copy } from 'lucide-react'
import { copyText } from '@/components/feedback/copy-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'

/** The link, ready to be copied and handed over; it cannot be shown again. */
export function ResetLinkDialog({
  name,
  made,
  onClose,
}: {
  name: string
  made: { link: string; expiresAt: Date } | null
  onClose: () => void
}) {
  const copy = (link: string) =>
    copyText(link, {
      done: 'The link is copied',
      instead: 'Select the link and copy it yourself.',
    })
  return (
    <Dialog
      open={made !== null}
      onClose={onClose}
      title={`New password for ${name}`}
      description="Hand this link over on a way you trust. It works once, within 24 hours, and is not shown again."
      footer={<Button onClick={onClose}>Done</Button>}
    >
      {made !== null && (
        <div className="flex gap-2">
          <Input
            readOnly
            aria-label="One-time link"
            value={made.link}
            onFocus={(event) => event.currentTarget.select()}
            className="font-mono text-sm"
          />
          <Button variant="primary" onClick={() => copy(made.link)}>
            <Copy aria-hidden />
            Copy
          </Button>
        </div>
      )}
    </Dialog>
  )
}
