import { Boxes, SearchX } from 'lucide-react'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

interface NoAssetsProps {
  /** `/CLIENT/ENGAGEMENT` */
  root: string
  /** How many assets there are without any filter. */
  all: number
  mayImport: boolean
}

/** In place of the rows: nothing was brought in yet, or nothing matches. */
export function NoAssets({ root, all, mayImport }: NoAssetsProps) {
  if (all > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title="No asset matches"
        action={
          <LinkButton href={`${root}/inventory`}>Show all {all.toLocaleString('en-US')}</LinkButton>
        }
      >
        Take a filter away or search for another word.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={Boxes}
      title="The inventory is empty"
      action={
        mayImport && (
          <LinkButton variant="primary" href={`${root}/imports/new`}>
            Import a file
          </LinkButton>
        )
      }
    >
      Import an export of a CMDB, a virtualisation platform, a cloud or a spreadsheet. Its rows
      become assets here, merged with what is known already.
    </EmptyState>
  )
}
