import { handleAuth } from '@/lib/server/handle-auth'

export { handleAuth as GET, handleAuth as POST }
