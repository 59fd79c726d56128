import Link from 'next/link'
import { BrandName } from '@/components/ui/brand-mark'
import { Message, type MessageProps } from './message'

/** A message that stands alone, where nothing is known of the person: only the brand is around it. */
export function MessagePage(props: MessageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-4 py-4 sm:px-6">
        <Link href="/" className="inline-flex min-h-8 items-center rounded-md">
          <BrandName />
        </Link>
      </header>
      <main className="grid flex-1 place-items-center px-4 pb-24">
        <Message {...props} />
      </main>
    </div>
  )
}
