import { notFound } from 'next/navigation'

/** An address that no page has: the engagement's own 404, with the navigation around it. */
export default function Page(): never {
  notFound()
}
