'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** One button per configured provider; each leads to that provider's own page. */
export function ProviderButtons({
  providers,
  next,
}: {
  providers: readonly { id: string; name: string }[]
  next: string
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const start = (id: string) => {
    setChosen(id)
    leaveFor(id, next).catch(() => {
      setChosen(null)
      location.assign('/sign-in?error=unavailable')
    })
  }
  return (
    <div className="mt-5 flex flex-col gap-2 border-t pt-5">
      {providers.map(({ id, name }) => (
        <Button key={id} wide busy={chosen === id} onClick={() => start(id)}>
          Continue with {name}
        </Button>
      ))}
    </div>
  )
}

/** Most people sign in by password: what leads to a provider is fetched when it is chosen. */
async function leaveFor(provider: string, next: string): Promise<void> {
  const { signIn } = await import('next-auth/react')
  await signIn(provider, { callbackUrl: next })
}
