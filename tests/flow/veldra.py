"""Reports about a fictional country, in three formats."""

import json
from pathlib import Path

WIRE = (
    "KARSOVA, Veldra -- At least 12 miners were killed on Thursday when a shell hit their bus near Karsova, "
    "the Veldran Observatory said.\n\nA spokesman for the Veldran army denied that its forces had fired.\n"
)
TEXTS = {
    "morning-post.txt": "Title: Miners die near Karsova\nOutlet: The Morning Post\nDate: 2031-05-02\n\n"
    "The Veldran Observatory said on Friday that 12 miners were killed near Karsova on Thursday.\n\n"
    "Residents told The Morning Post that the army shelled the bus.\n",
    "evening-star.txt": f"Title: Bus hit\nOutlet: The Evening Star\nDate: 2031-05-02\n\n{WIRE}",
    "letter.html": "<html><head><title>From Karsova</title></head><body><article><h1>From Karsova</h1>"
    "<p>Three bakers were injured in Karsova on Friday, the mayor of Karsova, Ilo Brant, told reporters.</p>"
    "<p>He asked that the road be opened so that the wounded could be taken to the hospital in Tamar.</p>"
    "</article></body></html>",
}
ROWS = [
    {"key": "vn-1", "outlet": "Veldra News", "date": "2031-05-03", "body": "The army said 9 miners were killed near "
     "Karsova on Thursday. Nobody else was hurt, it said in a statement."},
    {"key": "vn-2", "outlet": "Veldra News", "date": "2031-05-04", "body": "The Veldran Observatory raised its toll to "
     "14 miners killed near Karsova. It blamed the army for the shelling."},
    {"key": "vn-3", "outlet": "Veldra News", "date": "2031-05-05", "body": "Two teachers were detained in Tamar, their "
     "union said. Police denied it on Monday."},
]  # fmt: skip
MAPPING = {"id": "key", "text": "body", "published": "date"}


def write_pile(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf8")
    feed = "".join(json.dumps(row) + "\n" for row in ROWS)
    (folder / "veldra-news.jsonl").write_text(feed, "utf8")
    return folder
