import 'server-only'
import { enterSite } from './enter'
import { reportUnexpected } from './report-unexpected'

/** Milliseconds that the question may take. */
const deadline = 2000

/** Whether an administrator asks; nobody is one while that cannot be found out. */
export async function isAdministrator(): Promise<boolean> {
  const late = new Promise<false>((resolve) => {
    setTimeout(() => resolve(false), deadline).unref()
  })
  return Promise.race([asks(), late])
}

async function asks(): Promise<boolean> {
  try {
    const user = await enterSite()
    return user.ok && user.data.isAdmin
  } catch (error) {
    reportUnexpected('who asks for the health', error)
    return false
  }
}
