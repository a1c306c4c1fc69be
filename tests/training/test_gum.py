"""Attributions out of a treebank: on a small one of our own words, and on GUM where it lies beside."""

import tarfile
from itertools import pairwise
from pathlib import Path

import pytest
from training.spans import Document

from training import gum, treebank

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "gum" / "gum-non-nc-train-dev.tar.gz"


def row(number: int, form: str, upos: str, head: int, relation: str, xpos: str = "_", **misc: str) -> str:
    told = "|".join(f"{k}={v}" for k, v in misc.items()) or "_"
    feats = "PronType=Int" if form.lower() == "what" else "_"
    return "\t".join([str(number), form, form.lower(), upos, xpos, feats, str(head), relation, "_", told])


def sentence(*rows: str, opens: bool = False) -> str:
    return ("# newpar\n# newpar_block = p (1 s)\n" if opens else "") + "\n".join(rows) + "\n\n"


# The miller 's wife did n't say on Monday that the bridge was shut .
PLAIN = sentence(
    row(1, "The", "DET", 2, "det", Discourse="attribution-negative:1->2:0:sem-_"),
    "2-3\tmiller's\t_\t_\t_\t_\t_\t_\t_\t_",
    row(2, "miller", "NOUN", 4, "nmod:poss"),
    row(3, "'s", "PART", 2, "case"),
    row(4, "wife", "NOUN", 7, "nsubj"),
    "5-6\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_",
    row(5, "did", "AUX", 7, "aux"),
    row(6, "n't", "PART", 7, "advmod"),
    row(7, "say", "VERB", 0, "root"),
    row(8, "on", "ADP", 9, "case"),
    row(9, "Monday", "PROPN", 7, "obl"),
    row(10, "that", "SCONJ", 14, "mark", Discourse="ROOT:2:0"),
    row(11, "the", "DET", 12, "det"),
    row(12, "bridge", "NOUN", 14, "nsubj:pass"),
    row(13, "was", "AUX", 14, "aux:pass"),
    row(14, "shut", "VERB", 7, "ccomp", SpaceAfter="No"),
    row(15, ".", "PUNCT", 7, "punct"),
    opens=True,
)
# According to the baker , who lives here , " I think it rained . It poured . "
SPOKEN = sentence(
    row(1, "According", "VERB", 4, "case", Discourse="attribution-positive:3->5:1:lex-_"),
    row(2, "to", "ADP", 1, "fixed"),
    row(3, "the", "DET", 4, "det"),
    row(4, "baker", "NOUN", 12, "obl", SpaceAfter="No"),
    row(5, ",", "PUNCT", 4, "punct"),
    row(6, '"', "PUNCT", 8, "punct", "``", Discourse="attribution-positive:4->5:0:sem-_", SpaceAfter="No"),
    row(7, "I", "PRON", 8, "nsubj"),
    row(8, "think", "VERB", 0, "root"),
    row(9, "it", "PRON", 10, "nsubj", Discourse="elaboration-additional:5->2:1:_"),
    row(10, "rained", "VERB", 8, "ccomp", SpaceAfter="No"),
    row(11, ".", "PUNCT", 8, "punct"),
    opens=True,
) + sentence(
    row(1, "It", "PRON", 2, "nsubj", Discourse="joint-list_m:6->5:2:_"),
    row(2, "poured", "VERB", 0, "root", SpaceAfter="No"),
    row(3, ".", "PUNCT", 2, "punct", SpaceAfter="No"),
    row(4, '"', "PUNCT", 2, "punct", "''"),
)
CREDIT = sentence(
    row(1, "A", "DET", 2, "det", Discourse="elaboration-additional:7->2:2:_"),
    row(2, "bridge", "NOUN", 0, "root", SpaceAfter="No"),
    row(3, ".", "PUNCT", 2, "punct"),
    row(4, "Jon", "PROPN", 2, "dep", Discourse="attribution-positive:8->7:0:grf-_"),
    opens=True,
)


@pytest.fixture
def small(tmp_path: Path) -> Document:
    (tmp_path / "GUM_news_bridge.conllu").write_text("# newdoc\n" + PLAIN + SPOKEN + CREDIT, encoding="utf8")
    (tmp_path / "GUM_bio_miller.conllu").write_text("# newdoc\n" + PLAIN, encoding="utf8")
    (document,) = gum.load(tmp_path)
    return document


def words(document: Document) -> list[tuple[list[str], list[str], list[str]]]:
    return [
        tuple([document.text[a:b] for a, b in spans] for _, spans in relation.roles())  # type: ignore[misc]
        for relation in document.relations or ()
    ]


def test_the_text_is_rebuilt_with_contractions_and_a_line_for_each_paragraph(small: Document) -> None:
    assert small.text == (
        "The miller's wife didn't say on Monday that the bridge was shut.\n"
        'According to the baker, "I think it rained. It poured."\n'
        "A bridge. Jon"
    )


def test_a_negative_attribution_has_its_negation_in_the_cue_and_no_time_in_any_span(small: Document) -> None:
    assert words(small)[0] == (["The miller's wife"], ["didn't say"], ["that the bridge was shut"])


def test_a_quotation_goes_on_over_sentences_and_takes_what_is_said_inside_it(small: Document) -> None:
    assert words(small)[1:] == [(["the baker"], ["According to"], ['"I think it rained. It poured."'])]


def test_a_picture_credit_is_nobodys_word(small: Document) -> None:
    assert not any("Jon" in source for sources, _, _ in words(small) for source in sources)


def test_share_alike_genres_and_the_part_with_other_terms_are_left_out() -> None:
    assert not gum.licensed("GUM_bio_miller")
    assert not gum.licensed("GUM_voyage_coast")
    assert not gum.licensed("GUM_court_carpet")
    assert gum.licensed("GUM_court_bridge")


def test_a_line_that_is_no_conllu_is_refused(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_bad.conllu").write_text("1\tThe\tthe\n", encoding="utf8")
    with pytest.raises(ValueError, match="line 1 has 3 fields"):
        gum.load(tmp_path)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SHARED.exists():
        pytest.skip(f"{SHARED} is not here")
    folder = tmp_path_factory.mktemp("gum")
    with tarfile.open(SHARED) as tar:
        tar.extractall(folder, [m for m in tar.getmembers() if "/GUM_news_" in f"/{m.name}"], filter="data")
    return folder


def test_the_rebuilt_text_holds_every_sentence_as_the_corpus_prints_it(unpacked: Path) -> None:
    for path in sorted((unpacked / "dev").glob("*.conllu")):
        text = treebank.read(path).text
        printed = [
            line[9:] for line in path.read_text(encoding="utf8").splitlines() if line.startswith("# text = ")
        ]
        assert printed
        assert all(sentence in text for sentence in printed)


def test_spans_of_the_corpus_are_trimmed_disjoint_and_in_one_paragraph(unpacked: Path) -> None:
    documents = gum.load(unpacked / "train")
    relations = [(d, r) for d in documents for r in d.relations or ()]
    assert len(relations) > 100
    for document, relation in relations:
        spans = sorted(place for _, places in relation.roles() for place in places)
        assert relation.cue
        assert relation.content
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        for start, end in spans:
            text = document.text[start:end]
            assert text == text.strip()
            assert "\n" not in text
