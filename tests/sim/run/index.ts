// What is loaded at once, as it is or with a text replaced.
export { planScenario } from './plan-scenario'
export { explain, runSeeds, trace } from './seeds'
export { simulate } from './simulate'
