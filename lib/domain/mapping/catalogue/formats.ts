import awsAdsMigrationHubImport from '../data/formats/aws-ads-migration-hub-import.json'
import awsMgnImport from '../data/formats/aws-mgn-import.json'
import azureMigrateCsvTemplate from '../data/formats/azure-migrate-csv-template.json'
import azureMigrateDependencyExport from '../data/formats/azure-migrate-dependency-export.json'
import googleMigrationCenterDiskinfo from '../data/formats/google-migration-center-diskinfo.json'
import googleMigrationCenterPerfinfo from '../data/formats/google-migration-center-perfinfo.json'
import googleMigrationCenterTaginfo from '../data/formats/google-migration-center-taginfo.json'
import googleMigrationCenterVminfo from '../data/formats/google-migration-center-vminfo.json'
import netboxDeviceImport from '../data/formats/netbox-device-import.json'
import netboxVmImport from '../data/formats/netbox-vm-import.json'
import nutanixPrismVmExport from '../data/formats/nutanix-prism-vm-export.json'
import rvtools3Vdisk from '../data/formats/rvtools-3-vdisk.json'
import rvtools3Vinfo from '../data/formats/rvtools-3-vinfo.json'
import rvtools3Vmemory from '../data/formats/rvtools-3-vmemory.json'
import rvtools3Vpartition from '../data/formats/rvtools-3-vpartition.json'
import rvtools4Vdisk from '../data/formats/rvtools-4-vdisk.json'
import rvtools4Vinfo from '../data/formats/rvtools-4-vinfo.json'
import rvtools4Vmemory from '../data/formats/rvtools-4-vmemory.json'
import rvtools4Vpartition from '../data/formats/rvtools-4-vpartition.json'
import rvtoolsVcpu from '../data/formats/rvtools-vcpu.json'
import rvtoolsVhost from '../data/formats/rvtools-vhost.json'
import rvtoolsVnetwork from '../data/formats/rvtools-vnetwork.json'
import rvtoolsVtools from '../data/formats/rvtools-vtools.json'
import servicenowCmdbCiServer from '../data/formats/servicenow-cmdb-ci-server.json'
import snipeItImporter from '../data/formats/snipe-it-importer.json'
import { type ImportFormat, importFormatSchema } from '../schema'

/** Every public format the engine knows, each with the source of its vocabulary. */
export const importFormats: readonly ImportFormat[] = [
  awsAdsMigrationHubImport,
  awsMgnImport,
  azureMigrateCsvTemplate,
  azureMigrateDependencyExport,
  googleMigrationCenterDiskinfo,
  googleMigrationCenterPerfinfo,
  googleMigrationCenterTaginfo,
  googleMigrationCenterVminfo,
  netboxDeviceImport,
  netboxVmImport,
  nutanixPrismVmExport,
  rvtools3Vdisk,
  rvtools3Vinfo,
  rvtools3Vmemory,
  rvtools3Vpartition,
  rvtools4Vdisk,
  rvtools4Vinfo,
  rvtools4Vmemory,
  rvtools4Vpartition,
  rvtoolsVcpu,
  rvtoolsVhost,
  rvtoolsVnetwork,
  rvtoolsVtools,
  servicenowCmdbCiServer,
  snipeItImporter,
].map((format) => importFormatSchema.parse(format))

const byId = new Map(importFormats.map((format) => [format.id, format]))

/** The format of that id, or undefined. */
export function formatById(id: string): ImportFormat | undefined {
  return byId.get(id)
}
