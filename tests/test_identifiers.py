from __future__ import annotations

import pytest

from agendakit.identifiers import Identifier, Malformed, identify, orcid_problem


@pytest.mark.parametrize(
    ("ref", "key"),
    [
        ("arXiv:2212.03827", "arXiv:2212.03827"),
        ("arxiv:2212.03827v3", "arXiv:2212.03827"),
        ("https://arxiv.org/abs/2212.03827v1", "arXiv:2212.03827"),
        ("http://www.arxiv.org/pdf/2212.03827.pdf", "arXiv:2212.03827"),
        ("10.48550/arXiv.2212.03827", "arXiv:2212.03827"),
        ("https://doi.org/10.48550/ARXIV.2212.03827", "arXiv:2212.03827"),
        ("arXiv:0704.0001", "arXiv:0704.0001"),
        ("arXiv:1412.9999", "arXiv:1412.9999"),
        ("arXiv:1501.00001", "arXiv:1501.00001"),
        ("arXiv:math.GT/0309136", "arXiv:math/0309136"),
        ("10.1145/3442188.3445922", "doi:10.1145/3442188.3445922"),
        ("doi:10.1145/3442188.3445922", "doi:10.1145/3442188.3445922"),
        ("https://dx.doi.org/10.1145/3442188.3445922", "doi:10.1145/3442188.3445922"),
        ("https://doi.org/10.1002/(SICI)1097%3AX", "doi:10.1002/(sici)1097:x"),
        ("10.1000/ABC", "doi:10.1000/abc"),
        ("http://Example.org/a/#part", "https://example.org/a"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
    ],
)
def test_spellings_of_one_name_have_one_key(ref, key):
    found = identify(ref)
    assert isinstance(found, Identifier)
    assert found.key == key


@pytest.mark.parametrize(
    ("ref", "suggestion"),
    [
        ("2212.03827", "arXiv:2212.03827"),
        ("arXiv:2213.03827", ""),
        ("arXiv:2212.0382", ""),
        ("arXiv:1412.03827", ""),
        ("arXiv:1501.0001", ""),
        ("arXiv:0703.0001", ""),
        ("arXiv 2212.03827", ""),
        ("arXiv:\u0662\u0662\u0661\u0662.\u0660\u0663\u0668\u0662\u0667", ""),
        ("doi:11.1145/1", ""),
        ("10.1145", ""),
        ("some paper", ""),
        ("ftp://example.org/a", ""),
        ("https://", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_what_names_no_work_is_malformed(ref, suggestion):
    found = identify(ref)
    assert isinstance(found, Malformed)
    assert found.suggestion == suggestion
    assert found.reason


@pytest.mark.parametrize(
    ("orcid", "fine"),
    [
        ("0000-0002-1825-0097", True),
        ("https://orcid.org/0000-0000-0000-0001", True),
        ("0000-0000-0000-001X", True),
        ("0000-0002-1825-0098", False),
        ("0000-0002-1825", False),
    ],
)
def test_an_orcid_agrees_with_its_check_digit(orcid, fine):
    assert (orcid_problem(orcid) is None) == fine
