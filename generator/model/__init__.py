"""The kinds of records, and the folders that they stand in."""

from generator.model.chart import Chart, Series
from generator.model.events import Agreement, Claim, Event, Licence, Measure, Round
from generator.model.parties import Body, GlossaryTerm, Material, Party, Person
from generator.model.points import Comparison, Gap, KeyPoint
from generator.model.record import RecordModel
from generator.model.source import Source

OF_FOLDER: dict[str, tuple[str, type[RecordModel]]] = {
    "sources": ("source", Source),
    "parties": ("party", Party),
    "bodies": ("body", Body),
    "people": ("person", Person),
    "rounds": ("round", Round),
    "agreements": ("agreement", Agreement),
    "measures": ("measure", Measure),
    "licences": ("licence", Licence),
    "materials": ("material", Material),
    "series": ("series", Series),
    "events": ("event", Event),
    "claims": ("claim", Claim),
    "glossary": ("glossary", GlossaryTerm),
    "points": ("point", KeyPoint),
    "charts": ("chart", Chart),
    "not-found": ("gap", Gap),
    "comparisons": ("comparison", Comparison),
}
KINDS = dict(OF_FOLDER.values())
FOLDERS = {folder: kind for folder, (kind, _) in OF_FOLDER.items()}
FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
