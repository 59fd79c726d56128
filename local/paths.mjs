import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const projectRoot = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** What the launcher keeps between runs; never committed. */
export const dataDirectory = path.join(projectRoot, '.data')

/** @param {...string} parts a path inside the checkout */
export const inProject = (...parts) => path.join(projectRoot, ...parts)
