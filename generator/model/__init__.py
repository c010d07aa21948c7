"""The kinds of records, one file each, and the folders that they stand in."""

from generator.model.agreement import Agreement
from generator.model.body import Body
from generator.model.chart import Chart
from generator.model.claim import Claim
from generator.model.comparison import Comparison
from generator.model.event import Event
from generator.model.gap import Gap
from generator.model.glossary import GlossaryTerm
from generator.model.licence import Licence
from generator.model.material import Material
from generator.model.measure import Measure
from generator.model.party import Party
from generator.model.person import Person
from generator.model.point import KeyPoint
from generator.model.record import RecordModel
from generator.model.round import Round
from generator.model.series import Series
from generator.model.source import Source

KINDS: dict[str, type[RecordModel]] = {
    "source": Source,
    "party": Party,
    "body": Body,
    "person": Person,
    "round": Round,
    "agreement": Agreement,
    "measure": Measure,
    "licence": Licence,
    "material": Material,
    "series": Series,
    "event": Event,
    "claim": Claim,
    "glossary": GlossaryTerm,
    "point": KeyPoint,
    "chart": Chart,
    "gap": Gap,
    "comparison": Comparison,
}
FOLDERS: dict[str, str] = {
    "sources": "source",
    "parties": "party",
    "bodies": "body",
    "people": "person",
    "rounds": "round",
    "agreements": "agreement",
    "measures": "measure",
    "licences": "licence",
    "materials": "material",
    "series": "series",
    "events": "event",
    "claims": "claim",
    "glossary": "glossary",
    "points": "point",
    "charts": "chart",
    "not-found": "gap",
    "comparisons": "comparison",
}
FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
