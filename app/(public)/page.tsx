import { LinkButton } from '@/components/ui/link-button'

export default function LandingPage() {
  return (
    <main>
      <h1 className="font-semibold text-4xl">Portolan</h1>
      <LinkButton href="/sign-in" variant="primary" size="lg">
        Sign in
      </LinkButton>
    </main>
  )
}
