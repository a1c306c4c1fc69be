"""One command from raw data folders to the shipped file and its card.

python -m training train  --data ../shared/data --out build/reader     fit the network (hours; resumes nothing)
python -m training export --out build/reader --model DIR               quantise, compare, write model and card
"""

import argparse
import hashlib
import json
import tarfile
from dataclasses import asdict, replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import gold, gum, polnear
from training.fit import Plan, fit, seed_all
from training.measure import follows, fragments
from training.network import Network, base_folder
from training.spans import Document, Example, label
from whence.read.model.windows import LENGTH, windows_of

GOLD_PASSES = 4  # times that each report of the gold is read in a pass over the rest


def held(name: str) -> bool:
    """Whether a training report is kept from training, to set thresholds on: one in five, by digest of its name."""
    return hashlib.sha256(name.encode()).digest()[0] % 5 == 0


def examples_of(documents: list[Document], tokenizer: Tokenizer) -> list[Example]:
    """Return the windows of the documents with their labels."""
    return [label(w, d) for d in documents for w in windows_of(d.text, tokenizer, LENGTH)]


def unpacked(archive: Path, to: Path) -> Path:
    """Unpack a tar archive once and return the folder."""
    if not to.exists():
        with tarfile.open(archive) as tar:
            tar.extractall(to, filter="data")
    return to


def attributions(data: Path, out: Path, sources: str, tokenizer: Tokenizer) -> dict[str, list[Example]]:
    """Return the training and dev windows of the attribution corpora named in `sources` (polnear, gum)."""
    found: dict[str, list[Example]] = {"train": [], "dev": []}
    for part in found:
        if "polnear" in sources:
            root = unpacked(data / "polnear" / "polnear-train-dev.tar.gz", out / "polnear") / "data"
            found[part] += examples_of(polnear.load(root / part), tokenizer)
        elif "gum" in sources:
            root = unpacked(data / "gum" / "gum-non-nc-train-dev.tar.gz", out / "gum")
            found[part] += examples_of(gum.load(root / part), tokenizer)
    return found


def train(options: argparse.Namespace) -> None:
    """Fit the network on what `options.sources` names and keep weights, plan and scores in `options.out`."""
    options.out.mkdir(parents=True, exist_ok=True)
    plan = replace(Plan(), epochs=options.epochs, seed=options.seed, threads=options.threads)
    seed_all(plan)
    base = base_folder()
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    found = attributions(options.data, options.out, options.sources, tokenizer)
    examples = found["train"]
    if "gold" in options.sources:
        documents, lost = gold.load(options.data / "fakes" / "gold", "train")
        used = [d for d in documents if not held(d.id)]
        print(
            f"gold: {len(used)} reports, {sum(len(d.claims or ()) for d in used)} claims, {len(lost)} not found"
        )
        examples = examples + examples_of(used, tokenizer) * GOLD_PASSES
    network = Network(base).to(options.device)
    print(f"{len(examples)} windows, {sum(p.numel() for p in network.parameters())} weights", flush=True)
    fit(network, examples, plan, tokenizer, options.out / "network.pt")
    scores = fragments(network, found["dev"], tokenizer)
    print(json.dumps(scores))
    told = {
        "plan": asdict(plan),
        "sources": options.sources,
        "dev_fragments": scores,
        "follows": follows(found["train"]),
    }
    (options.out / "run.json").write_text(json.dumps(told, indent=1, sort_keys=True) + "\n")


def main() -> None:
    """Read the command line and run the step that it names."""
    parser = argparse.ArgumentParser(
        prog="training", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    steps = parser.add_subparsers(dest="step", required=True)
    fitting = steps.add_parser("train")
    fitting.add_argument("--data", type=Path, required=True)
    fitting.add_argument("--sources", default="polnear+gold", help="polnear or gum, with or without +gold")
    fitting.add_argument("--epochs", type=int, default=5)
    fitting.add_argument("--seed", type=int, default=13)
    fitting.add_argument("--threads", type=int, default=2)
    fitting.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    exporting = steps.add_parser("export")
    exporting.add_argument(
        "--model", type=Path, required=True, help="the folder that the files are written to"
    )
    for step in (fitting, exporting):
        step.add_argument("--out", type=Path, required=True, help="the folder of this run")
    options = parser.parse_args()
    if options.step == "train":
        train(options)
    else:
        from training.export import export

        export(options.out, options.model)


if __name__ == "__main__":
    main()
