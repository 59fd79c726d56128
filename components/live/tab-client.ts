import { browserRuntime } from './browser-runtime'
import { createLiveClient, type LiveClient } from './live-client'
import { watchFetch } from './watch-fetch'

let client: LiveClient | null = null

/** This tab's own listening to changes; it begins to listen when somebody enters. */
export function tabClient(): LiveClient {
  client ??= open()
  return client
}

function open(): LiveClient {
  const opened = createLiveClient(browserRuntime(), performance.timeOrigin)
  watchFetch({ onAction: opened.act, onAnswer: opened.askedAt })
  const look = () => {
    const isSeen = document.visibilityState === 'visible'
    opened.seen(isSeen)
    if (isSeen) opened.check()
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', opened.check)
  window.addEventListener('offline', opened.check)
  return opened
}
