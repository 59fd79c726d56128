'use client'

import { TextField } from './form-field'

/** The fields to choose about when somebody else gave another name first. */
export const renameConflict = [{ name: 'name', label: 'Name' }]

/** Another name for a thing, and the version of it that the person saw. */
export function RenameFields({
  of: { id, version, name },
  className,
}: {
  of: { id: string; version: number; name: string }
  className?: string
}) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <TextField
        name="name"
        label="Name"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={name}
        className={className}
      />
    </>
  )
}
