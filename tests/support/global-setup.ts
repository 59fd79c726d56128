import { startFarEnds } from './far-ends'

export default startFarEnds
