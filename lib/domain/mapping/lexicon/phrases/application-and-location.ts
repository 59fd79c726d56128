/** What columns about applications and places are called; see `phrases.ts` for the notation. */
export const applicationAndLocation = {
  application_name:
    'application | application name | business application | software name~0.5 | hosted application | supported application | application system | product name~0.4 | solution name | business application name | workload name~0.7 | workload~0.6 | primary application | application title | related application | application service~0.7 | application service name~0.7 | parent application~0.7 | installed application~0.7 | application ci | application display name | solution~0.5 | it system~0.4 | system application | main application | used by application | app system name | it application | source application~0.6 | application or service | information system~0.6 | software~0.4 | applications supported | application suite~0.5',
  application_id:
    'application id | application code | application number | application acronym | acronym | application short name~0.85 | apm id | application key | application ci id | ea id~0.6 | application abbreviation | application reference | application short code | apm number | application inventory id | application sys id | app service id | application tag~0.5 | short code~0.4 | application identifier code | application uid | apm application id | system acronym | app portfolio id',
  application_type:
    'application type | application category | application class | software type~0.8 | delivery model | hosting model~0.75 | saas~0.6 | cots | system type~0.45 | architecture type~0.6 | application kind | sourcing~0.5 | hosting type~0.6 | deployment type~0.55 | custom cots | deployment model~0.7 | application architecture type | solution type | install type~0.75 | software category~0.7 | sourcing model | custom or cots | application delivery | cloud model~0.5 | service model~0.5 | cots or custom | package or custom | hosting~0.45 | application hosting | application development type',
  business_service:
    'business service | service~0.65 | business capability | capability | service name~0.75 | service tower | business process~0.85 | technical service~0.75 | service offering~0.6 | business function~0.85 | portfolio~0.5 | service line | service category~0.6 | supported process | product line~0.4 | business domain~0.7 | application domain~0.5 | business service name | tower~0.6 | related service | service catalog item~0.5 | business capability name | supported service | functional area~0.6 | functional domain~0.6 | business service offering | value stream~0.5 | application portfolio~0.5 | parent service~0.6',
  annual_cost:
    'annual cost | annual run cost | run cost | tco~0.7 | annual spend | annual budget~0.75 | operating cost | opex~0.7 | annual maintenance cost~0.85 | license cost~0.3 | maintenance cost~0.55 | total cost of ownership | annual operating cost | annual license cost~0.7 | cost~0.45 | total annual cost | annual it cost | annual application cost | cost annual | run costs annual | annual support cost~0.75 | total cost~0.4 | application cost~0.5 | annual opex',
  user_count:
    'user count | number users | active users~0.9 | concurrent users~0.8 | named users | number active users | total users | user number | users~0.85 | number of end users | licensed users~0.6 | estimated users | active user count | approximate users | unique users | monthly active users~0.8 | user population | internal users~0.7',
  technical_fit:
    'technical fit | technical score | technical health | technical quality | technical condition | technical rating | it fit | technical value | technical debt score~0.6 | technical fit score | technical debt~0.45 | technology fit | technical assessment~0.6 | technical risk~0.4 | technical maturity~0.6 | technology score',
  business_fit:
    'business fit | business value | business score | functional fit | functional quality | functional score | business value score | business fit score | business alignment~0.7 | strategic fit~0.7 | functional rating | business health~0.7 | business quality | functional value | user satisfaction~0.4 | strategic value~0.6 | business rating',
  review_date:
    'review date | last review | last reviewed | reviewed date | last review date | last audit date~0.7 | last assessed | recertification date | last recertified | last attestation | last validated | verified date | last certified | last certification | last verified | reviewed on | last assessment | last assessment date | last physical check~0.5 | audit date~0.6 | last audit~0.65 | date reviewed | attested date | certification date~0.5 | last verification date | last validation date',
  repository_url:
    'repository url | git url | repository | scm url | source code url | git repository | repository link | vcs url | code repository url | source code repository | github url | source code~0.7 | source code location | repository address | code location~0.7 | git~0.5 | scm~0.5 | gitlab url | bitbucket url | clone url | project url~0.4 | source repository url | code base url',
  repository_type:
    'repository type | scm type | vcs type | vcs | version control system | version control | scm system | repository kind | source control type | repository technology | scm tool',
  repository_branch:
    'branch | repository branch | git branch | default branch | main branch | scm branch | source branch | branch name | vcs branch',
  repository_path:
    'repository path | root path | source path | repository root | repository directory | sub directory~0.7 | source directory | project path | code path | repository folder | scm path | root directory~0.7',
  artifact_id:
    'artifact id | artifact | artifact name | binary name | binary | build artifact | deployable~0.6 | package name~0.5 | component name~0.4 | maven artifact id | deployment artifact | module name~0.4 | jar name | build artifact name',
  artifact_group:
    'artifact group | group id~0.75 | binary group | artifact group id | package group | maven group id | maven group',
  artifact_version:
    'artifact version | application version~0.8 | binary version | build version | software version~0.5 | version~0.35 | component version | installed version~0.4 | package version~0.6 | product version~0.4 | application release~0.7 | current version~0.4 | software release~0.5',
  artifact_packaging:
    'packaging | artifact packaging | package type | artifact type | binary packaging | packaging type | binary type | archive type | build type~0.4 | deployable type | package format',
  region:
    'region~0.85 | geo region | geographic region | geography | geo | area~0.5 | continent~0.5 | country~0.45 | market~0.4 | region name | location region | territory | geographical region | business region | sales region | world region | region code | site region | country region',
  location:
    'location | site | site name | address~0.5 | city | building | office | location name | physical location | plant~0.6 | campus | place~0.7 | facility~0.75 | country~0.5 | street | hosting location | site code~0.8 | location code | geo location | location address | installed at~0.6 | branch office | street address | site location | asset location | server location | building name | geographic location | installation location | site id~0.7 | office location | city name | device location | postal address | check out location | storage location site | premises | stock location~0.6 | location site | location description | facility name | work location | site address | base location | town city | city country | location detail',
  datacenter:
    'datacenter | datacenter name | vsphere datacenter | hosting facility~0.75 | computing center | colocation | hosting site~0.6 | datacenter location | datacenter site | datacenter id~0.7 | vcenter datacenter | vmware datacenter | primary datacenter | datacenter code | hosting datacenter | computer center | datacenter facility',
  room: 'room | server room | area~0.4 | floor~0.7 | hall | room number | location room | cage~0.55 | suite~0.6 | building room | datacenter room | floor room | computer room | room name | data hall | floor number | comms room | aisle~0.5 | row~0.4',
  rack: 'rack | rack name | rack number | rack id | rack location~0.8 | rack label | rack code | cabinet number',
  rack_position:
    'rack position | rack unit | u position | position~0.7 | rack slot | slot~0.5 | rack u | ru | unit position | rack elevation | position in rack | start u | u number | slot number~0.5 | rack height unit | starting u | u start | u~0.5 | bay number~0.5 | blade slot~0.5 | slot position~0.7 | mounting position | lowest u | start unit~0.6',
  timezone:
    'time zone | utc offset~0.75 | os time zone | server time zone | time zone name | gmt offset~0.7 | local time zone | site time zone',
}
