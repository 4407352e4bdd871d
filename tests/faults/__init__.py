"""Proofs that a publication cannot break: kills, full disks, rivals, broken saves."""
