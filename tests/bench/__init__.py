"""Benchmarks: they print figures, and never decide whether a test passes.

`race` runs our builder (`ours`) beside others (`rivals`), all of them `contenders`, on the sheets
that `synthetic` makes from `words`. What each run takes is measured by `probe` and `measuring`, its
preview by `serving`; `results` says how that stands beside what we want, `table` writes the page.
`pages`, `filters`, `search`, `check` and `heavy` each measure a thing of their own.
"""
