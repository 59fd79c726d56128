// What is loaded at once, as it is or with a text replaced.
export { planCrowd, planNeighbours } from './plan-calm'
export { planScenario } from './plan-scenario'
export { explain, runSeeds } from './seeds'
export { simulate } from './simulate'
