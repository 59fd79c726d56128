import { ArrowRight } from 'lucide-react'
import { PortolanChart } from './_chart/portolan-chart'
import { DoorLink } from './_components/door-link'
import { Journey } from './_components/journey'

export const dynamic = 'force-static'

export default function LandingPage() {
  return (
    <>
      <section className="-mt-16 relative overflow-hidden border-b pt-16">
        <PortolanChart className="absolute inset-0 hidden size-full [mask-image:linear-gradient(to_right,transparent_34%,black_62%)] md:block" />
        <div className="relative mx-auto flex max-w-6xl flex-col justify-center px-4 py-12 sm:px-6 md:min-h-[34rem] lg:min-h-[38rem]">
          <div className="max-w-md">
            <h1 className="font-semibold text-4xl tracking-tight lg:text-5xl">
              Chart the estate before you move it.
            </h1>
            <p className="mt-5 text-balance text-ink-muted text-lg">
              Portolan is a migration-discovery workspace that is never stale: from the exports of
              what an organisation runs to one inventory that everybody trusts.
            </p>
            <DoorLink variant="primary" size="lg" className="mt-8">
              Sign in
              <ArrowRight aria-hidden />
            </DoorLink>
          </div>
        </div>
        <div className="relative h-72 overflow-hidden md:hidden">
          <PortolanChart className="absolute inset-0 size-full" />
        </div>
      </section>
      <section aria-label="How it works" className="mx-auto max-w-6xl px-4 pt-14 sm:px-6">
        <Journey />
      </section>
    </>
  )
}
