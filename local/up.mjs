import { launch } from './launch.mjs'
import { runProgram } from './report.mjs'

runProgram(() => launch('start'))
