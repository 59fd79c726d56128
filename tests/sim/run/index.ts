// What is loaded at once, as it is or with a text replaced.
export { planCrowd } from './plan-crowd'
export { planScenario } from './plan-scenario'
export { runSeeds } from './seeds'
export { simulate } from './simulate'
